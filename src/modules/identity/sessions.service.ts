/**
 * Sessions are opaque tokens whose hash is kept. Who holds one is looked up at every request together with the
 * person's current roles, and for open sockets every few seconds, so an ended session or role stops working at once.
 */
import { Failure, type CreateToken, type SessionCard, type SessionWay, type TokenScope } from '@hub/contracts';
import { Database, Together, type Transaction } from '@hub/database';
import { Live } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from './actor.js';
import { deviceOf } from './device.policy.js';
import { PersonalToken } from './personal-token.entity.js';
import { Session } from './session.entity.js';
import {
  endPrograms,
  endSessions,
  livingProgram,
  livingSessions,
  seeSessions,
  sessionCards,
  sessionsAtDoor,
  sessionsByToken,
  standing,
} from './sessions.queries.js';

/** How long a session lasts from sign-in, seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60;
/** What happens to an account at the employer is not told here, so a session opened by it does not outlive a week, seconds. */
const providerSeconds = 7 * 24 * 60 * 60;

/** How somebody proved who they are, and in which browser. */
export interface Opening {
  how: SessionWay;
  /** The header of that name. */
  userAgent: string | undefined;
}

/** The hash of the token that a row was found by, in hex. */
interface Keyed {
  key: string;
}

/** Somebody with a living session, and where their own events end. */
export interface Entrant {
  actor: Actor;
  head: number;
  /** That it is in use was last written down some minutes ago. */
  unseen: boolean;
}

/** Whoever opens a socket, and the channels that it will hear. */
type AtDoor = Entrant & { channelIds: string[] };

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();

@Injectable()
export class SessionsService {
  private readonly byToken = new Together<Entrant>(async (hashes) => {
    const rows = await this.database.prepared<Row & Keyed>('sessions_by_token', sessionsByToken, [
      JSON.stringify(hashes),
    ]);
    return new Map(rows.map(({ key, ...row }) => [key, entrant(row)]));
  });
  private readonly atDoorByToken = new Together<AtDoor>(async (hashes) => {
    const rows = await this.database.prepared<Row & Keyed & Pick<AtDoor, 'channelIds'>>(
      'sessions_at_door',
      sessionsAtDoor,
      [JSON.stringify(hashes)],
    );
    return new Map(rows.map(({ key, channelIds, ...row }) => [key, { ...entrant(row), channelIds }]));
  });

  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  /** Returns the token for the cookie; it is not stored. */
  async open(personId: string, { how, userAgent }: Opening): Promise<string> {
    const token = newToken();
    await this.database.manager.insert(Session, {
      id: uuidv7(),
      personId,
      tokenHash: hashOf(token),
      how,
      ...deviceOf(userAgent),
      secondFactorAt: how === 'passkey' ? new Date() : null,
      expiresAt: new Date(Date.now() + (how === 'oidc' ? providerSeconds : sessionSeconds) * 1000),
    });
    return token;
  }

  async actor(token: string | undefined): Promise<Actor> {
    return (await this.entrant(token)).actor;
  }

  entrant(token: string | undefined): Promise<Entrant> {
    return found(this.byToken, token);
  }

  /** Whoever opens a socket with a session, and the channels that it will hear. */
  atDoor(token: string | undefined): Promise<AtDoor> {
    return found(this.atDoorByToken, token);
  }

  /** A program that shows this personal token, for as long as it is good. */
  async program(token: string): Promise<Entrant> {
    const [row] = await this.database.prepared<Row>('living_program', livingProgram, [hashOf(token)]);
    if (!row) throw new Failure('UNAUTHENTICATED', 'This token opens nothing.');
    return entrant(row);
  }

  /** Those of these sessions that still live, with today's roles. */
  async living(sessionIds: string[]): Promise<Entrant[]> {
    return (await this.database.prepared<Row>('living_sessions', livingSessions, [sessionIds])).map(entrant);
  }

  /** Which of these sessions are over, and a mark that is another one once roles changed, by a change or by the day. */
  async standing(sessionIds: string[]): Promise<{ ended: string[]; mark: string }> {
    const [row] = await this.database.prepared<{ ended: string[]; mark: string }>('standing', standing, [sessionIds]);
    return row ?? { ended: [], mark: '' };
  }

  /** Its person showed a passkey: the session has another token from now on, which is returned. */
  async confirm(tx: Transaction, { sessionId }: Actor): Promise<string> {
    const token = newToken();
    await tx.manager.update(Session, { id: sessionId }, { tokenHash: hashOf(token), secondFactorAt: new Date() });
    return token;
  }

  /** Somebody uses these sessions. Written at most every few minutes, whoever asks. */
  async seen(sessionIds: string[]): Promise<void> {
    await this.database.query(seeSessions, [sessionIds]);
  }

  /** A person's living sessions, what was used last first; `current` is the one that asks. */
  list(personId: string, current: string): Promise<SessionCard[]> {
    return this.database.query<SessionCard>(sessionCards, [personId, current]);
  }

  /** Ends a person's living sessions, on every node and with their sockets: all of them, only one, or all but one. */
  async endAll(tx: Transaction, personId: string, { only, but }: { only?: string; but?: string }): Promise<string[]> {
    const ended = await tx.query<{ id: string }>(endSessions, [personId, only ?? null, but ?? null]);
    for (const { id } of ended) tx.afterCommit(() => this.live.endSession(id));
    return ended.map(({ id }) => id);
  }

  /** A personal token, which is returned and not stored; it begins with what tells it from other secrets. */
  async openToProgram(tx: Transaction, personId: string, { name, scope, days }: CreateToken) {
    const [id, token] = [uuidv7(), `samverka_${newToken()}`];
    const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    await tx.manager.insert(PersonalToken, { id, personId, tokenHash: hashOf(token), name, scope, expiresAt });
    return { id, token };
  }

  /** Revokes a person's tokens, all or one, and closes the sockets of programs that came with them. */
  async endPrograms(tx: Transaction, personId: string, only?: string): Promise<string[]> {
    const ended = await tx.query<{ id: string }>(endPrograms, [personId, only ?? null]);
    for (const { id } of ended) tx.afterCommit(() => this.live.endSession(id));
    return ended.map(({ id }) => id);
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

type Row = Omit<Actor, 'scope'> & { scope: TokenScope | null; head: number; unseen: boolean };

function entrant({ head, unseen, scope, ...actor }: Row): Entrant {
  return { actor: scope === null ? actor : { ...actor, scope }, head, unseen };
}

/** After a restart everybody comes at once; whoever knocks at the same moment is looked up together. */
async function found<T>(sessions: Together<T>, token: string | undefined): Promise<T> {
  const one = token === undefined ? undefined : await sessions.ask(hashOf(token).toString('hex'));
  if (!one) throw new Failure('UNAUTHENTICATED', 'Sign in first.');
  return one;
}
