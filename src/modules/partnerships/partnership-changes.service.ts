/** What changes in the life of a partnership: its name, its standing, its status, and who its parties are. */
import { Failure, type Parsed, type PartnershipStatus } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import { RoomsService } from '../channels/rooms.service.js';
import type { Actor } from '../identity/actor.js';
import { steeringRoomName } from '../networks/template.policy.js';
import { FormingService } from './forming.service.js';
import {
  PartnershipAccessService,
  refuseAhead,
  wrong,
  type PartnershipToChange,
} from './partnership-access.service.js';
import { Partnership, PartnershipParty, PartnershipStatusChange } from './partnership.entity.js';
import { governmentsAmong } from './partnerships.queries.js';

type Given = Omit<Parsed<'partnership.change'>, 'partnershipSlug'>;

/** Nothing more is said between the partners: their channels are closed. */
const closing: ReadonlySet<PartnershipStatus> = new Set(['withdrawn', 'completed']);

@Injectable()
export class PartnershipChangesService {
  constructor(
    private readonly database: Database,
    private readonly access: PartnershipAccessService,
    private readonly forming: FormingService,
    private readonly rooms: RoomsService,
    private readonly audit: AuditService,
  ) {}

  /** Channels that are called like it are renamed with it. */
  async change(actor: Actor, { partnershipSlug, ...given }: Parsed<'partnership.change'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.access.toChange(tx, actor, partnershipSlug);
      const fields = (Object.keys(given) as (keyof Given)[]).filter((field) => given[field] !== before[field]);
      if (fields.length === 0) return;
      const { name = before.name, associate = before.associate } = given;
      const renamed = name !== before.name;
      const former = before.formerNames.filter((one) => one !== name && one !== before.name);
      await tx.manager.update(
        Partnership,
        { id: before.id },
        { name, associate, ...(renamed && { formerNames: [...former, before.name] }) },
      );
      if (renamed)
        await this.rooms.rename(tx, before.id, [
          [before.name, name],
          [steeringRoomName(before.name), steeringRoomName(name)],
        ]);
      if (!associate) await this.forming.complete(tx, actor, { ...before, name, associate }, await today(tx));
      const standing = fields.includes('associate') ? { associate } : {};
      await this.write(tx, actor, before, 'partnership.change', { after: { fields, ...standing } });
    });
  }

  /** The last status that is given for a day counts; a day before the latest one is history. */
  async status(actor: Actor, input: Parsed<'partnership.status'>): Promise<void> {
    const { partnershipSlug, status, fromOn, reason = '' } = input;
    await this.database.transaction(async (tx) => {
      const partnership = await this.access.toChange(tx, actor, partnershipSlug);
      const { id: partnershipId, status: before } = partnership;
      if (status === before) return;
      await refuseAhead(tx, 'fromOn', fromOn);
      const [latest] = await tx.manager.find(PartnershipStatusChange, {
        where: { partnershipId },
        order: { fromOn: 'desc' },
        take: 1,
      });
      if (latest && fromOn < latest.fromOn) throw wrong('fromOn', 'too_early');
      await tx.manager.upsert(PartnershipStatusChange, { partnershipId, fromOn, status, reason }, [
        'partnershipId',
        'fromOn',
      ]);
      if (closing.has(status)) await this.rooms.close(tx, { partnershipId });
      else await this.rooms.reopen(tx, { partnershipId });
      await this.forming.follow(tx, partnership);
      await this.write(tx, actor, partnership, 'partnership.status', {
        reason,
        before: { status: before },
        after: { status, fromOn },
      });
    });
  }

  /** The first party of a side brings the side's seats. */
  async join(actor: Actor, input: Parsed<'party.join'>): Promise<void> {
    const { partnershipSlug, partyId, side, localGovernmentId, fromOn } = input;
    await this.database.transaction(async (tx) => {
      const partnership = await this.access.toChange(tx, actor, partnershipSlug);
      const { id: partnershipId } = partnership;
      const known = await tx.manager.findOneBy(PartnershipParty, { id: partyId });
      if (known?.partnershipId === partnershipId) return;
      if (known) throw belongsElsewhere();
      await refuseAhead(tx, 'fromOn', fromOn);
      if ((await tx.query(governmentsAmong, [[localGovernmentId]])).length === 0)
        throw wrong('localGovernmentId', 'not_a_choice');
      const there = await tx.manager.findBy(PartnershipParty, { partnershipId, localGovernmentId });
      if (there.some(({ untilOn }) => untilOn === null || untilOn > fromOn)) throw wrong('localGovernmentId', 'taken');
      const party = { side, localGovernmentId, fromOn };
      // Another partnership's party of the same id may be on its way.
      if (!(await tx.insertNew(PartnershipParty, { id: partyId, partnershipId, ...party, untilOn: null })))
        throw belongsElsewhere();
      await this.forming.complete(tx, actor, partnership, fromOn);
      await this.write(tx, actor, partnership, 'party.join', { after: { partyId, ...party } });
    });
  }

  /** Its people keep their roles until somebody ends them: they may go on for another party of the side. */
  async leave(actor: Actor, { partnershipSlug, partyId, untilOn }: Parsed<'party.leave'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const partnership = await this.access.toChange(tx, actor, partnershipSlug);
      const party = await tx.manager.findOneBy(PartnershipParty, { id: partyId, partnershipId: partnership.id });
      if (!party) throw new Failure('NOT_FOUND', 'There is nothing here.');
      if (party.untilOn === untilOn) return;
      if (party.untilOn !== null && party.untilOn <= (await today(tx)))
        throw new Failure('CONFLICT', 'This party has left.', { current: { untilOn: party.untilOn } });
      if (untilOn < party.fromOn) throw wrong('untilOn', 'too_early');
      await tx.manager.update(PartnershipParty, { id: partyId }, { untilOn });
      await this.write(tx, actor, partnership, 'party.leave', {
        before: { partyId, untilOn: party.untilOn },
        after: { partyId, untilOn },
      });
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    { id: subjectId, networkId }: PartnershipToChange,
    action: string,
    what: { reason?: string; before?: object; after?: object },
  ): Promise<void> {
    await this.audit.write(tx, { actor, networkId, action, subjectId, ...what });
  }
}

async function today(tx: Transaction): Promise<string> {
  const [now] = await tx.query<{ today: string }>('select current_date as today');
  return now?.today ?? '';
}

const belongsElsewhere = () => new Failure('CONFLICT', 'This id belongs to another party.');
