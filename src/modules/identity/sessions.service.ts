/**
 * Sessions are opaque tokens whose hash is kept. Who holds one is looked up at every request together with the
 * person's current roles, and for open sockets every few seconds, so an ended session or role stops working at once.
 */
import { Failure, type SessionWay } from '@hub/contracts';
import { Database } from '@hub/database';
import { Live } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from './actor.js';
import { deviceOf } from './device.policy.js';
import { Session } from './session.entity.js';

/** How long a session lasts from sign-in, seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** How somebody proved who they are, and in which browser. */
export interface Opening {
  how: SessionWay;
  /** The header of that name. */
  userAgent: string | undefined;
}

/** Somebody with a living session, and where their own events end. */
export interface Entrant {
  actor: Actor;
  head: number;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  /** Returns the token for the cookie; it is not stored. */
  async open(personId: string, { how, userAgent }: Opening): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.manager.insert(Session, {
      id: uuidv7(),
      personId,
      tokenHash: hashOf(token),
      how,
      ...deviceOf(userAgent),
      secondFactorAt: how === 'passkey' ? new Date() : null,
      expiresAt: new Date(Date.now() + sessionSeconds * 1000),
    });
    return token;
  }

  async actor(token: string | undefined): Promise<Actor> {
    return (await this.entrant(token)).actor;
  }

  async entrant(token: string | undefined): Promise<Entrant> {
    const [row] =
      token === undefined
        ? []
        : await this.database.prepared<Row>('living_session', `${living} and s.token_hash = $1`, [hashOf(token)]);
    if (!row) throw new Failure('UNAUTHENTICATED', 'Sign in first.');
    return entrant(row);
  }

  /** Those of these sessions that still live, with today's roles. */
  async living(sessionIds: string[]): Promise<Entrant[]> {
    return (await this.database.prepared<Row>('living_sessions', `${living} and s.id = any($1)`, [sessionIds])).map(
      entrant,
    );
  }

  /** Which of these sessions are over, and a mark that is another one once roles changed, by a change or by the day. */
  async standing(sessionIds: string[]): Promise<{ ended: string[]; mark: string }> {
    const [row] = await this.database.prepared<{ ended: string[]; mark: string }>('standing', standing, [sessionIds]);
    return row ?? { ended: [], mark: '' };
  }

  /** Whoever signs in anew in the same browser leaves no session behind. */
  async endOf(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    const [session] = await this.database.query<{ id: string }>(
      'update sessions set ended_at = now() where token_hash = $1 and ended_at is null returning id',
      [hashOf(token)],
    );
    if (session) this.live.endSession(session.id);
  }

  async end(actor: Actor): Promise<void> {
    await this.database.manager.update(Session, { id: actor.sessionId }, { endedAt: new Date() });
    this.live.endSession(actor.sessionId);
  }
}

type Row = Actor & { head: number };

function entrant({ head, ...actor }: Row): Entrant {
  return { actor, head };
}

const lives = 's.ended_at is null and s.expires_at > now() and p.disabled_at is null';

const living = `
  select s.person_id as "personId", s.id as "sessionId", p.event_seq as head, coalesce(
    (select json_agg(json_build_object(
      'role', m.role, 'networkId', m.network_id, 'partnershipId', m.partnership_id, 'side', m.side))
    from current_memberships m where m.person_id = s.person_id), '[]') as memberships
  from sessions s join people p on p.id = s.person_id
  where ${lives}`;

const standing = `
  select coalesce((select array_agg(asked.id) from unnest($1::uuid[]) asked(id) where not exists (
      select from sessions s join people p on p.id = s.person_id where s.id = asked.id and ${lives})), '{}') as ended,
    (select current_date || ' ' || comparisons || ' ' || (select count(*) from enrolment_changes) from enrolment) as mark`;
