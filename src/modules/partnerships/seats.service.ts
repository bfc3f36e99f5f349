/**
 * Seats are filled, vacated and handed over. A seat is not a person: its permissions are those of its role, which its
 * holder has while they sit in it; what they wrote stays theirs.
 */
import { Failure, type KeptSeat, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { HoldingsService, type Held } from '../identity/holdings.service.js';
import { PartnershipAccessService, wrong, type PartnershipToChange } from './partnership-access.service.js';
import { holdersOf, holdPartnership, isHeldElsewhere, keptSeats, seatIn } from './partnerships.queries.js';
import { keepsSeats } from './seats.policy.js';
import { Seat, SeatHolder, SteeringGroup } from './steering-group.entity.js';

type OfSeat = { partnershipSlug: string; seatId: string };

/** A holder with whoever it is, the latest first. */
interface Holder {
  id: string;
  membershipId: string;
  personId: string;
  fromOn: string;
  untilOn: string | null;
}

interface Under {
  tx: Transaction;
  partnership: PartnershipToChange;
  seat: Seat;
  /** Whoever holds it last, by the calendar. */
  last: Holder | undefined;
}

/** The earlier of two first days without something; null is never. */
const earlier = (one: string | null, other: string | null) =>
  one !== null && (other === null || one < other) ? one : other;

const lastsBeyond = (untilOn: string | null, day: string) => untilOn === null || untilOn > day;

@Injectable()
export class SeatsService {
  constructor(
    private readonly database: Database,
    private readonly access: PartnershipAccessService,
    private readonly holdings: HoldingsService,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor, { partnershipSlug }: { partnershipSlug: string }): Promise<KeptSeat[]> {
    return this.database.transaction(async (tx) => {
      const { id } = await this.keeping(tx, actor, partnershipSlug);
      return tx.query<KeptSeat>(keptSeats, [id]);
    });
  }

  async add(actor: Actor, { partnershipSlug, seatId, ...given }: Parsed<'seat.add'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const partnership = await this.keeping(tx, actor, partnershipSlug);
      const group = await tx.manager.findOneByOrFail(SteeringGroup, { partnershipId: partnership.id });
      const known = await tx.manager.findOneBy(Seat, { id: seatId });
      if (known?.steeringGroupId === group.id) return;
      if (known) throw belongsElsewhere();
      // Another partnership's seat of the same id may be on its way.
      if (!(await tx.insertNew(Seat, { id: seatId, steeringGroupId: group.id, ...given, untilOn: null })))
        throw belongsElsewhere();
      await this.write(tx, actor, partnership, { action: 'seat.add', subjectId: seatId, after: given });
    });
  }

  async fill(actor: Actor, { personId, fromOn, ...of }: Parsed<'seat.fill'>): Promise<void> {
    await this.onSeat(actor, of, async (under) => {
      const { last } = under;
      if (last?.personId === personId && last.fromOn === fromOn) return;
      if (last && (lastsBeyond(last.untilOn, fromOn) || last.fromOn > fromOn)) throw wrong('fromOn', 'taken');
      const membershipId = await this.seat(under, { personId, day: fromOn, path: 'fromOn' });
      await this.write(under.tx, actor, under.partnership, {
        action: 'seat.fill',
        subjectId: of.seatId,
        after: { membershipId, fromOn },
      });
    });
  }

  async vacate(actor: Actor, { untilOn, ...of }: Parsed<'seat.vacate'>): Promise<void> {
    await this.onSeat(actor, of, async (under) => {
      if (under.last?.untilOn === untilOn) return;
      const { membershipId } = await this.unseat(under, untilOn, 'untilOn');
      await this.write(under.tx, actor, under.partnership, {
        action: 'seat.vacate',
        subjectId: of.seatId,
        before: { membershipId },
        after: { untilOn },
      });
    });
  }

  /** One day ends for one and begins for the other, so the seat is never without a holder. */
  async handOver(actor: Actor, { personId, on, ...of }: Parsed<'seat.handover'>): Promise<void> {
    await this.onSeat(actor, of, async (under) => {
      const { last } = under;
      if (last?.personId === personId && last.fromOn === on) return;
      if (last?.personId === personId) throw wrong('personId', 'not_a_choice');
      const before = await this.unseat(under, on, 'on');
      const membershipId = await this.seat(under, { personId, day: on, path: 'on' });
      await this.write(under.tx, actor, under.partnership, {
        action: 'seat.handover',
        subjectId: of.seatId,
        before: { membershipId: before.membershipId },
        after: { membershipId, fromOn: on },
      });
    });
  }

  /** Ends for whoever sits in it too. */
  async end(actor: Actor, { untilOn, ...of }: Parsed<'seat.end'>): Promise<void> {
    await this.onSeat(actor, of, async (under) => {
      const { tx, seat, last, partnership } = under;
      if (seat.untilOn === untilOn) return;
      if (untilOn < seat.fromOn) throw wrong('untilOn', 'too_early');
      if (last && lastsBeyond(last.untilOn, untilOn)) await this.unseat(under, untilOn, 'untilOn');
      await tx.manager.update(Seat, { id: seat.id }, { untilOn });
      await this.write(tx, actor, partnership, { action: 'seat.end', subjectId: seat.id, after: { untilOn } });
    });
  }

  /** Of a seat of this place: whether it is held, today or later, and until when there is one; undefined where there is none today. */
  async standing(
    from: Database | Transaction,
    seatId: string,
    { partnershipId, side, role }: Pick<Held, 'partnershipId' | 'side' | 'role'>,
  ): Promise<{ taken: boolean; untilOn: string | null } | undefined> {
    const [seat] = await from.query<{ taken: boolean; untilOn: string | null }>(seatIn, [
      seatId,
      partnershipId,
      side,
      role,
    ]);
    return seat;
  }

  /** For whoever was offered it: the role in any case, and the seat unless it was filled or ended meanwhile. */
  async accept(
    tx: Transaction,
    seatId: string,
    held: Held,
    days: { fromOn: string; untilOn: string | null },
  ): Promise<void> {
    await tx.query(holdPartnership, [held.partnershipId]);
    const seat = await this.standing(tx, seatId, held);
    const vacant = seat?.taken === false;
    // Who has the role for the seat has it no longer than the seat.
    const untilOn = vacant ? earlier(days.untilOn, seat.untilOn) : days.untilOn;
    const membershipId = await this.holdings.hold(tx, held, { ...days, untilOn });
    if (vacant) await tx.manager.insert(SeatHolder, { id: uuidv7(), seatId, membershipId, ...days, untilOn });
  }

  private keeping(tx: Transaction, actor: Actor, slug: string): Promise<PartnershipToChange> {
    return this.access.toChange(tx, actor, slug, (partnership) => keepsSeats(actor, partnership));
  }

  /** The partnership is held, so that of two who change a seat the second sees what the first did. */
  private async onSeat(actor: Actor, of: OfSeat, work: (under: Under) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const partnership = await this.keeping(tx, actor, of.partnershipSlug);
      const group = await tx.manager.findOneBy(SteeringGroup, { partnershipId: partnership.id });
      const seat = group && (await tx.manager.findOneBy(Seat, { id: of.seatId, steeringGroupId: group.id }));
      if (!seat) throw new Failure('NOT_FOUND', 'There is nothing here.');
      const [last] = await tx.query<Holder>(holdersOf, [seat.id]);
      await work({ tx, partnership, seat, last });
    });
  }

  /** Somebody of the network, with the seat's role on the seat's side from that day. */
  private async seat(
    { tx, partnership, seat }: Under,
    { personId, day, path }: { personId: string; day: string; path: string },
  ): Promise<string> {
    if (day < seat.fromOn) throw wrong(path, 'too_early');
    if (!lastsBeyond(seat.untilOn, day)) throw wrong(path, 'too_late');
    const { id: partnershipId, networkId } = partnership;
    if (!(await this.holdings.isIn(tx, personId, networkId))) throw wrong('personId', 'not_a_choice');
    const { role, side } = seat;
    const held = { personId, role, networkId, partnershipId, side };
    const { id: seatId, untilOn } = seat;
    const membershipId = await this.holdings.hold(tx, held, { fromOn: day, untilOn });
    await tx.manager.insert(SeatHolder, { id: uuidv7(), seatId, membershipId, fromOn: day, untilOn });
    return membershipId;
  }

  /** The role goes with the seat, unless the same person holds another by it. */
  private async unseat({ tx, last }: Under, day: string, path: string): Promise<Holder> {
    if (!last || !lastsBeyond(last.untilOn, day)) throw new Failure('CONFLICT', 'The seat is vacant by then.');
    if (day < last.fromOn) throw wrong(path, 'too_early');
    await tx.manager.update(SeatHolder, { id: last.id }, { untilOn: day });
    const elsewhere = await tx.query(isHeldElsewhere, [last.membershipId, last.id, day]);
    if (elsewhere.length === 0) await this.holdings.end(tx, last.membershipId, day);
    return last;
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    { networkId }: PartnershipToChange,
    what: { action: string; subjectId: string; before?: object; after: object },
  ): Promise<void> {
    await this.audit.write(tx, { actor, networkId, ...what });
  }
}

const belongsElsewhere = () => new Failure('CONFLICT', 'This id belongs to another seat.');
