/** Forming a partnership: its parties and first status, and with them its channels and its steering group with seats. */
import { Failure, type Parsed, type PartnershipStatus, type Side } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { RoomsService } from '../channels/rooms.service.js';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { firstFree, slugOf } from '../networks/slug.policy.js';
import { roomsOfPartnership } from '../networks/template.policy.js';
import { PlanningService } from '../timeline/planning.service.js';
import { refuseAhead, wrong } from './partnership-access.service.js';
import { Partnership, PartnershipParty, PartnershipStatusChange } from './partnership.entity.js';
import { governmentsAmong, partnershipSlugsLike, sidesWithoutSeats } from './partnerships.queries.js';
import { seatsOfSide } from './seats.policy.js';
import { Seat, SteeringGroup } from './steering-group.entity.js';

export interface Formed {
  partnershipId: string;
  name: string;
  slug?: string | undefined;
  associate?: boolean | undefined;
  status: PartnershipStatus;
  fromOn: string;
  parties: readonly { side: Side; localGovernmentId: string }[];
}

@Injectable()
export class FormingService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly rooms: RoomsService,
    private readonly planning: PlanningService,
    private readonly audit: AuditService,
  ) {}

  /** Once for its id: whoever asks again is told where it is. */
  async create(actor: Actor, input: Parsed<'partnership.create'>): Promise<{ partnershipSlug: string }> {
    return this.database.transaction(async (tx) => {
      const network = await this.networks.lookedAfter(actor, input.networkSlug, tx);
      const before = await tx.manager.findOneBy(Partnership, { id: input.partnershipId });
      if (before && before.networkId !== network.id)
        throw new Failure('CONFLICT', 'This id belongs to another partnership.');
      return { partnershipSlug: before?.slug ?? (await this.form(tx, actor, network.id, input)) };
    });
  }

  /** In a network that the caller has authorised. Answers its slug. */
  async form(tx: Transaction, actor: Actor, networkId: string, formed: Formed): Promise<string> {
    const { partnershipId: id, name, associate = false, status, fromOn, parties } = formed;
    await refuseAhead(tx, 'fromOn', fromOn);
    await refuseUnknown(tx, parties);
    await tx.query('lock table partnerships in share row exclusive mode');
    const slug = await slugFor(tx, formed);
    await tx.manager.insert(Partnership, { id, slug, networkId, name, associate, source: 'real', continuesId: null });
    await tx.manager.insert(PartnershipStatusChange, { partnershipId: id, fromOn, status });
    await tx.manager.insert(
      PartnershipParty,
      parties.map((party) => ({ id: uuidv7(), partnershipId: id, ...party, fromOn, untilOn: null })),
    );
    await this.complete(tx, actor, { id, slug, name, networkId, associate }, fromOn);
    await this.audit.write(tx, {
      actor,
      networkId,
      action: 'partnership.create',
      subjectId: id,
      after: { slug, status, fromOn, associate, parties },
    });
    return slug;
  }

  /** After its status changed: its timeline follows. */
  follow(tx: Transaction, partnership: Pick<Partnership, 'id' | 'networkId'>): Promise<void> {
    return this.planning.follow(tx, partnership);
  }

  /** What a partnership must have and has not yet: its channels, its milestones, its steering group, the seats of a side with a party. */
  async complete(
    tx: Transaction,
    actor: Actor,
    { id, slug, name, networkId, associate }: Pick<Partnership, 'id' | 'slug' | 'name' | 'networkId' | 'associate'>,
    fromOn: string,
  ): Promise<void> {
    const rooms = roomsOfPartnership({ slug, name, steered: !associate });
    await this.rooms.open(tx, rooms, { networkId, partnershipId: id, createdBy: actor.personId });
    await tx.query('insert into steering_groups (id, partnership_id) values ($1, $2) on conflict do nothing', [
      uuidv7(),
      id,
    ]);
    await this.planning.include(tx, { id, networkId });
    if (associate) return;
    const { id: steeringGroupId } = await tx.manager.findOneByOrFail(SteeringGroup, { partnershipId: id });
    const sides = await tx.query<{ side: Side }>(sidesWithoutSeats, [id]);
    await tx.manager.insert(
      Seat,
      sides.flatMap(({ side }) =>
        seatsOfSide.map((seat) => ({ id: uuidv7(), steeringGroupId, side, ...seat, fromOn, untilOn: null })),
      ),
    );
  }
}

async function refuseUnknown(tx: Transaction, parties: Formed['parties']): Promise<void> {
  const ids = parties.map(({ localGovernmentId }) => localGovernmentId);
  const known = new Set((await tx.query<{ id: string }>(governmentsAmong, [ids])).map(({ id }) => id));
  ids.forEach((id, n) => {
    if (!known.has(id)) throw wrong(`parties.${n}.localGovernmentId`, 'not_a_choice');
    if (ids.indexOf(id) < n) throw wrong(`parties.${n}.localGovernmentId`, 'taken');
  });
}

/** A slug that was asked for is given or refused; one made from the name gives way. */
async function slugFor(tx: Transaction, { slug, name }: Formed): Promise<string> {
  const base = slug ?? slugOf(name, 'partnership');
  const rows = await tx.query<{ slug: string }>(partnershipSlugsLike, [base]);
  const taken = new Set(rows.map((row) => row.slug));
  if (slug !== undefined && taken.has(slug)) throw wrong('slug', 'taken');
  return firstFree(base, taken);
}
