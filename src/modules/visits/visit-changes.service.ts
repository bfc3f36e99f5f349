/** Planning a visit, changing it, and taking a change back. Each is a version of its own that the history keeps. */
import { Failure, type Parsed, type VisitCard } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { worksInNetwork, type Actor } from '../identity/actor.js';
import { PartnershipAccessService, wrong } from '../partnerships/partnership-access.service.js';
import { TellingService } from '../timeline/telling.service.js';
import { holdPlaceOf } from '../timeline/timeline.fragments.js';
import { mayChangeIn, outOfReach } from '../timeline/timeline.policy.js';
import { Visit, VisitChange, type VisitSnapshot } from './visit.entity.js';
import { changed, problemWith } from './visits.policy.js';
import { cardsById, partiesOf, visitToChange } from './visits.queries.js';
import type { WhereVisited } from './visits.service.js';

type Placed = WhereVisited & { today: string };
type Party = { localGovernmentId: string; side: VisitSnapshot['hostSide'] };

interface Change {
  reason?: string | undefined;
  undone?: boolean;
}

/** What a visit begins with. */
const unprepared: Omit<VisitSnapshot, 'hostSide' | 'hostGovernmentId' | 'startsOn' | 'endsOn' | 'purpose'> = {
  state: 'planned',
  cause: null,
  programme: '',
  participants: [],
  checklist: { invitationLetters: 'to_do', visas: 'to_do', interpreter: 'to_do' },
  costOwner: null,
  lessons: '',
};

@Injectable()
export class VisitChangesService {
  constructor(
    private readonly database: Database,
    private readonly partnerships: PartnershipAccessService,
    private readonly telling: TellingService,
  ) {}

  async plan(actor: Actor, input: Parsed<'visit.plan'>): Promise<VisitCard> {
    const { partnershipSlug, visitId: id, hostSide, hostGovernmentId = null, startsOn, endsOn, purpose } = input;
    return this.database.transaction(async (tx) => {
      const { id: partnershipId, networkId } = await this.partnerships.toChange(tx, actor, partnershipSlug, (one) =>
        mayChangeIn(actor, { id: one.networkId, status: one.networkStatus }, one),
      );
      const known = await tx.manager.findOneBy(Visit, { id });
      if (known?.partnershipId === partnershipId) return card(tx, id);
      if (known) throw belongsElsewhere();
      const given = { hostSide, hostGovernmentId, startsOn, endsOn, purpose };
      const visit: VisitSnapshot = { ...unprepared, ...given };
      if (!(await isOfSide(tx, partnershipId))(visit)) throw wrong('hostGovernmentId', 'not_a_choice');
      await refuseBeyond(tx, networkId, visit);
      const first = { id, networkId, partnershipId, plannedOn: startsOn, version: 1 };
      // One of another partnership with the same id may be on its way.
      if (!(await tx.insertNew(Visit, { ...first, ...visit }))) throw belongsElsewhere();
      await this.keep(tx, actor, first, visit, {});
      return card(tx, id);
    });
  }

  /** The same change sent twice is made once. */
  async change(actor: Actor, { visitId, baseVersion, reason, ...given }: Parsed<'visit.change'>): Promise<VisitCard> {
    return this.database.transaction(async (tx) => {
      const { visit, placed } = await this.toChange(tx, actor, visitId);
      const before = snapshotOf(visit);
      const ofSide = await isOfSide(tx, visit.partnershipId);
      const after = changed(before, given, ofSide);
      if (isDeepStrictEqual(after, before)) return card(tx, visitId);
      await requireVersion(tx, visit, baseVersion);
      const problem = problemWith(before, after, { today: placed.today, isOfSide: ofSide });
      if (problem) throw wrong(problem.path, problem.problem);
      await refuseBeyond(tx, visit.networkId, after);
      await this.write(tx, actor, visit, after, { reason });
      return card(tx, visitId);
    });
  }

  /** As it was before the latest change; of an undoing, that is the change again. */
  async undo(actor: Actor, { visitId, baseVersion }: Parsed<'visit.undo'>): Promise<VisitCard> {
    return this.database.transaction(async (tx) => {
      const { visit } = await this.toChange(tx, actor, visitId);
      const [latest, before] = await tx.manager.find(VisitChange, {
        where: { visitId },
        order: { version: 'desc' },
        take: 2,
      });
      if (latest?.undone && latest.version === baseVersion + 1) return card(tx, visitId);
      await requireVersion(tx, visit, baseVersion);
      if (!before) throw new Failure('CONFLICT', 'It was planned so at first.', { current: await card(tx, visitId) });
      // A host that is no party any more does not come back with the days.
      const hosted = (await isOfSide(tx, visit.partnershipId))(before.snapshot);
      const after = hosted ? before.snapshot : { ...before.snapshot, hostGovernmentId: null };
      await this.write(tx, actor, visit, after, { undone: true });
      return card(tx, visitId);
    });
  }

  /** Absent and hidden answer the same. */
  private async toChange(tx: Transaction, actor: Actor, id: string): Promise<{ visit: Visit; placed: Placed }> {
    await tx.query(holdPlaceOf('visits'), [id]);
    const [placed] = await tx.query<Placed>(visitToChange, [id]);
    if (!placed || !worksInNetwork(actor, placed.inNetwork.id))
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    if (!mayChangeIn(actor, placed.inNetwork, placed.inPartnership))
      throw new Failure('FORBIDDEN', 'Others plan the visits of this partnership.');
    return { visit: await tx.manager.findOneByOrFail(Visit, { id }), placed };
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    { id, networkId, version: before }: Visit,
    snapshot: VisitSnapshot,
    change: Change,
  ): Promise<void> {
    const version = before + 1;
    await tx.manager.update(Visit, { id }, { ...snapshot, version });
    await this.keep(tx, actor, { id, networkId, version }, snapshot, change);
  }

  private async keep(
    tx: Transaction,
    actor: Actor,
    { id: visitId, networkId, version }: Pick<Visit, 'id' | 'networkId' | 'version'>,
    snapshot: VisitSnapshot,
    { reason = '', undone = false }: Change,
  ): Promise<void> {
    await tx.manager.insert(VisitChange, { visitId, version, changedBy: actor.personId, reason, undone, snapshot });
    await this.telling.tell(tx, networkId, 'visit.changed', visitId);
  }
}

const belongsElsewhere = () => new Failure('CONFLICT', 'This id belongs to another visit.');

function snapshotOf(visit: Visit): VisitSnapshot {
  const { hostSide, hostGovernmentId, startsOn, endsOn, state, cause } = visit;
  const { purpose, programme, participants, checklist, costOwner, lessons } = visit;
  return {
    hostSide,
    hostGovernmentId,
    startsOn,
    endsOn,
    state,
    cause,
    purpose,
    programme,
    participants,
    checklist,
    costOwner,
    lessons,
  };
}

async function card(tx: Transaction, id: string): Promise<VisitCard> {
  const [found] = await tx.query<VisitCard>(cardsById, [[id]]);
  if (!found) throw new Failure('NOT_FOUND', 'There is nothing here.');
  return found;
}

async function requireVersion(tx: Transaction, { id, version }: Visit, base: number): Promise<void> {
  if (version === base) return;
  throw new Failure('CONFLICT', 'It was changed meanwhile.', { current: await card(tx, id) });
}

/** Nobody in particular hosts as well. */
async function isOfSide(tx: Transaction, partnershipId: string) {
  const parties = await tx.query<Party>(partiesOf, [partnershipId]);
  return ({ hostSide, hostGovernmentId }: Pick<VisitSnapshot, 'hostSide' | 'hostGovernmentId'>): boolean =>
    hostGovernmentId === null ||
    parties.some(({ side, localGovernmentId }) => side === hostSide && localGovernmentId === hostGovernmentId);
}

/** Days; what is longer was mistyped. */
const longestVisit = 60;

/** A visit has its place on the network's timeline. */
async function refuseBeyond(
  tx: Transaction,
  networkId: string,
  { startsOn, endsOn }: Pick<VisitSnapshot, 'startsOn' | 'endsOn'>,
): Promise<void> {
  const [network] = await tx.query<{ startsOn: string; tooLong: boolean }>(
    'select starts_on as "startsOn", $2::date - $3::date > $4 as "tooLong" from networks where id = $1',
    [networkId, endsOn, startsOn, longestVisit],
  );
  for (const [path, day] of Object.entries({ startsOn, endsOn })) {
    const problem = network && outOfReach(network.startsOn, day);
    if (problem) throw wrong(path, problem);
  }
  if (network?.tooLong) throw wrong('endsOn', 'too_late');
}
