/** Accepting an invitation: whoever holds its link gets the role, as the person of that address or as a new one. */
import { Failure, type AcceptInvitation, type InvitationOffer } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Tries, type Allowance } from '../../edge/tries.js';
import { AuditService } from '../administration/audit.service.js';
import type { ActorMembership } from '../identity/actor.js';
import { HoldingsService } from '../identity/holdings.service.js';
import { mayGive } from '../identity/roles.policy.js';
import { SeatsService } from '../partnerships/seats.service.js';
import { initialsOf } from './initials.js';
import type { Invitation } from './invitation.entity.js';
import { offered, rolesOf, soleParty } from './invitations.queries.js';
import { hashOfToken } from './secrets.js';

type Offered = Omit<InvitationOffer, 'known'> &
  Pick<Invitation, 'id' | 'networkId' | 'partnershipId' | 'side' | 'seatId' | 'untilOn'> & {
    knownId: string | null;
    inviterId: string | null;
  };

const quarter = 15 * 60;
const opening: Allowance = { what: 'invitation opened from', tries: 60, seconds: quarter };
const accepting: Allowance = { what: 'invitation accepted from', tries: 60, seconds: quarter };

@Injectable()
export class AcceptingService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly tries: Tries,
    private readonly holdings: HoldingsService,
    private readonly seats: SeatsService,
  ) {}

  /** `from` is the network address of whoever asks. */
  async open(token: string, from: string): Promise<InvitationOffer> {
    await this.tries.count(opening, from);
    const { knownId, ...offer } = await this.offer(this.database, token);
    return { ...offer, known: knownId !== null };
  }

  /**
   * The person who accepted, and whether they are new here: the letter of an invitation is old enough to have been
   * passed on, so that it opens no account that there was before. A second time there is nothing to accept.
   */
  async accept(input: AcceptInvitation, from: string): Promise<{ personId: string; isNew: boolean }> {
    await this.tries.count(accepting, from);
    return this.database.transaction(async (tx) => {
      const offer = await this.offer(tx, input.token);
      const personId = offer.knownId ?? (await this.newcomer(tx, offer, input));
      const taken = await tx.query(
        `update invitations set accepted_at = now(), person_id = $2
        where id = $1 and accepted_at is null and revoked_at is null returning id`,
        [offer.id, personId],
      );
      if (taken.length === 0) throw new Failure('NOT_FOUND', 'There is nothing here.');
      await this.give(tx, offer, personId);
      await this.audit.write(tx, {
        actor: { personId },
        networkId: offer.networkId,
        action: 'invitation.accept',
        subjectId: offer.id,
        after: { personId, role: offer.role, partnershipId: offer.partnershipId, side: offer.side },
      });
      return { personId, isNew: offer.knownId === null };
    });
  }

  private async offer(from: Database | Transaction, token: string): Promise<Offered> {
    const [offer] = await from.query<Offered>(offered, [hashOfToken(token)]);
    if (!offer || !(await this.stillGiven(from, offer))) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return offer;
  }

  /** Whoever could not give the role any more has taken their invitations along. */
  private async stillGiven(from: Database | Transaction, offer: Offered): Promise<boolean> {
    if (offer.inviterId === null) return true;
    const memberships = await from.query<ActorMembership>(rolesOf, [offer.inviterId]);
    return mayGive({ personId: offer.inviterId, sessionId: '', memberships }, offer);
  }

  /** Two who accept for one address at the same moment become one person. */
  private async newcomer(tx: Transaction, offer: Offered, input: AcceptInvitation): Promise<string> {
    const { name, title, timeZone, locale } = input;
    const [party] = await tx.query<{ id: string }>(soleParty, [offer.partnershipId, offer.side]);
    const [created] = await tx.query<{ id: string }>(
      `insert into people (id, name, initials, title, email, local_government_id, languages, time_zone, locale)
      values ($1, $2, $3, $4, $5, $6, array[$8], $7, $8) on conflict do nothing returning id`,
      [uuidv7(), name, initialsOf(name), title, offer.email, party?.id ?? null, timeZone, locale],
    );
    if (created) return created.id;
    const [other] = await tx.query<{ id: string }>('select id from people where lower(email) = lower($1)', [
      offer.email,
    ]);
    if (!other) throw new Failure('UNAVAILABLE', 'Try again.');
    return other.id;
  }

  /** The role from today, as long as it was offered; and the seat, unless somebody else has it by now. */
  private async give(tx: Transaction, offer: Offered, personId: string): Promise<void> {
    const { role, networkId, partnershipId, side, seatId, untilOn } = offer;
    const held = { personId, role, networkId, partnershipId, side };
    const days = { fromOn: await today(tx), untilOn };
    if (seatId === null) await this.holdings.hold(tx, held, days);
    else await this.seats.accept(tx, seatId, held, days);
  }
}

async function today(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ today: string }>('select current_date as today');
  if (!row) throw new Error('The database has no date.');
  return row.today;
}
