/**
 * Invitations: an offer of a role to an address, for a time, that whoever gave it (or could have) looks after. The letter
 * leaves through the outbox; each one brings a link of its own.
 */
import {
  Failure,
  type CreateInvitation,
  type Invitation as Card,
  type InvitationList,
  type WrongField,
} from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Tries, type Allowance } from '../../edge/tries.js';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { mayGive, type HeldRole } from '../identity/roles.policy.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { SeatsService } from '../partnerships/seats.service.js';
import { invitationSent } from './entrance.jobs.js';
import { Invitation, InvitationLetter } from './invitation.entity.js';
import { mayInviteAny, misplaced } from './invitations.policy.js';
import { invitationRows, knownPlaces } from './invitations.queries.js';

export const invitationDays = 14;

const day = 24 * 60 * 60;
const inviting: Allowance = { what: 'invitations by', tries: 300, seconds: day };
const resending: Allowance = { what: 'letters of an invitation', tries: 10, seconds: day };

type Row = Card & { networkId: string | null; partnershipId: string | null };

/** What is offered to whom, checked. */
export type Offer = Pick<Invitation, 'email' | 'name' | 'role' | 'networkId' | 'partnershipId' | 'side' | 'locale'> &
  Partial<Pick<Invitation, 'seatId' | 'untilOn'>>;

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly networks: NetworkAccessService,
    /** Both are left out where whoever runs the hub invites the first administrator. */
    private readonly tries?: Tries,
    private readonly seats?: SeatsService,
  ) {}

  async list(actor: Actor, networkSlug: string | undefined): Promise<InvitationList> {
    const network = networkSlug === undefined ? undefined : await this.networks.visible(actor, networkSlug);
    if (network && !mayInviteAny(actor, network.id))
      throw new Failure('FORBIDDEN', 'Invitations are for those who invite.');
    const rows = await this.database.query<Row>(invitationRows, [null, network?.id ?? null]);
    return { invitations: rows.filter((row) => mayGive(actor, row)) };
  }

  /** Once for its id. */
  async create(actor: Actor, { invitationId, networkSlug, ...input }: CreateInvitation): Promise<Card> {
    const network = networkSlug === undefined ? undefined : await this.networks.visible(actor, networkSlug);
    const networkId = network?.id ?? null;
    const { email, name, role, locale, partnershipId = null, side = null, seatId = null, lastOn } = input;
    const untilOn = dayAfter(lastOn);
    const offer: Offer = { email, name, role, locale, networkId, partnershipId, side, seatId, untilOn };
    if (!mayGive(actor, offer)) throw new Failure('FORBIDDEN', 'This role is given by others.');
    if (network && isClosed(network.status)) throw new Failure('FORBIDDEN', 'The network is closed.');
    const earlier = await this.database.manager.findOneBy(Invitation, { id: invitationId });
    if (earlier && earlier.invitedBy !== actor.personId)
      throw new Failure('CONFLICT', 'This id belongs to another invitation.');
    if (!earlier) {
      await this.tries?.count(inviting, actor.personId);
      const wrong = await this.wrongIn(offer);
      if (wrong.length > 0) throw new Failure('INVALID', 'Nobody can be invited like this.', { fields: wrong });
      await this.database.transaction((tx) => this.invite(tx, actor, [{ ...offer, id: invitationId }]));
    }
    return this.card(actor, invitationId);
  }

  /** Offers that were checked. */
  async invite(tx: Transaction, actor: Actor | null, offers: (Offer & { id: string })[]): Promise<void> {
    const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
    for (const offer of offers) {
      await tx.manager.insert(Invitation, { ...offer, expiresAt, invitedBy: actor?.personId ?? null });
      await this.audit.write(tx, {
        actor,
        networkId: offer.networkId,
        action: 'invitation.create',
        subjectId: offer.id,
        after: { role: offer.role, partnershipId: offer.partnershipId, side: offer.side, untilOn: offer.untilOn },
      });
    }
    await this.sendLetters(tx, offers);
  }

  async revoke(actor: Actor, invitationId: string): Promise<Card> {
    return this.changePending(actor, invitationId, 'invitation.revoke', (tx) =>
      tx.manager.update(Invitation, { id: invitationId }, { revokedAt: new Date() }),
    );
  }

  /** With a new link; those sent before go on working until the invitation ends. */
  async resend(actor: Actor, invitationId: string): Promise<Card> {
    await this.tries?.count(resending, invitationId);
    return this.changePending(actor, invitationId, 'invitation.resend', async (tx) => {
      const expiresAt = new Date(Date.now() + invitationDays * 86_400_000);
      // Whoever sends it again answers for it from now on.
      await tx.manager.update(Invitation, { id: invitationId }, { expiresAt, invitedBy: actor.personId });
      await this.sendLetters(tx, [{ id: invitationId }]);
    });
  }

  /** By the number of each place: who of them holds the role already, and who is invited to it. */
  known(
    places: (HeldRole & { email: string; n: number })[],
  ): Promise<{ n: number; hasRole: boolean; invited: boolean }[]> {
    return this.database.query(knownPlaces, [JSON.stringify(places)]);
  }

  private async changePending(
    actor: Actor,
    invitationId: string,
    action: string,
    change: (tx: Transaction) => Promise<unknown>,
  ): Promise<Card> {
    await this.card(actor, invitationId);
    await this.database.transaction(async (tx) => {
      const [pending] = await tx.query<{ networkId: string | null }>(
        `select network_id as "networkId" from invitations
        where id = $1 and accepted_at is null and revoked_at is null for update`,
        [invitationId],
      );
      if (!pending) throw new Failure('CONFLICT', 'The invitation was accepted or taken back.');
      await change(tx);
      await this.audit.write(tx, { actor, action, subjectId: invitationId, ...pending });
    });
    return this.card(actor, invitationId);
  }

  private async sendLetters(tx: Transaction, invitations: { id: string }[]): Promise<void> {
    const letters = invitations.map(({ id }) => ({ id: uuidv7(), invitationId: id }));
    await tx.manager.insert(InvitationLetter, letters);
    await tx.promise(
      invitationSent.topic,
      letters.map(({ id }) => ({ letterId: id })),
    );
  }

  /** Absent and hidden answer the same. */
  private async card(actor: Actor, id: string): Promise<Card> {
    const [row] = await this.database.query<Row>(invitationRows, [[id], null]);
    if (!row || !mayGive(actor, row)) throw absent();
    return row;
  }

  private async wrongIn(offer: Offer): Promise<WrongField[]> {
    const { networkId, partnershipId, side, role, seatId, untilOn } = offer;
    const wrong = misplaced(offer);
    if (partnershipId !== null) {
      const [found] = await this.database.query('select from partnerships where id = $1 and network_id = $2', [
        partnershipId,
        networkId,
      ]);
      if (!found) wrong.push({ path: 'partnershipId', problem: 'not_a_choice' });
    }
    if (seatId) {
      const seat = await this.seats?.standing(this.database, seatId, { partnershipId, side, role });
      if (seat?.taken !== false) wrong.push({ path: 'seatId', problem: seat ? 'seat_taken' : 'not_a_choice' });
    }
    if (untilOn && untilOn <= new Date().toISOString().slice(0, 10))
      wrong.push({ path: 'lastOn', problem: 'too_early' });
    const [known] = await this.known([{ ...offer, n: 0 }]);
    if (known?.hasRole) wrong.push({ path: 'email', problem: 'has_role_already' });
    else if (known?.invited) wrong.push({ path: 'email', problem: 'invited_already' });
    return wrong;
  }
}

/** Nothing lasts on the day after its last. */
export function dayAfter(lastOn: string | null | undefined): string | null {
  return lastOn ? new Date(Date.parse(lastOn) + 86_400_000).toISOString().slice(0, 10) : null;
}
