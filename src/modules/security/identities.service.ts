/**
 * Signing in at the employer. An account there opens the hub only for whom it was linked to, and it is linked only by
 * somebody who is signed in here. Which e-mail address the provider names plays no part.
 */
import { Failure, type IdentityCard } from '@hub/contracts';
import { Database, instant } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { SessionsService } from '../identity/sessions.service.js';
import { Identity, IdentityAttempt } from './identity.entity.js';
import { ProviderService, type Journey, type Subject } from './provider.service.js';

export const attemptSeconds = 10 * 60;

/** What became of somebody's way to the provider and back; all but `in` are worded by the web. */
export type Outcome =
  { kind: 'in'; token: string } | { kind: 'linked' | 'taken' | 'unlinked' | 'failed'; linking: boolean };

/** With what a browser came back: its own cookie for this journey, and that of its session. */
export interface Traveller {
  browser: string | undefined;
  session: string | undefined;
  userAgent: string | undefined;
}

@Injectable()
export class IdentitiesService {
  constructor(
    private readonly database: Database,
    private readonly provider: ProviderService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor): Promise<IdentityCard[]> {
    return this.database.query<IdentityCard>(cards, [actor.personId]);
  }

  /** The address at the provider to send this browser to: to sign in, or to link the account of whoever signs in there. */
  async begin(browser: string, linking?: Actor): Promise<string> {
    const { url, ...journey } = await this.provider.begin();
    await this.database.query('delete from identity_attempts where expires_at < now()');
    await this.database.manager.insert(IdentityAttempt, {
      ...journey,
      browserHash: hashOf(browser),
      sessionId: linking?.sessionId ?? null,
      expiresAt: new Date(Date.now() + attemptSeconds * 1000),
    });
    return url;
  }

  async finish(query: string, traveller: Traveller): Promise<Outcome> {
    const attempt = await this.take(new URLSearchParams(query).get('state') ?? '', traveller.browser ?? '');
    if (!attempt) return { kind: 'failed', linking: false };
    const linking = attempt.sessionId !== null;
    const subject = await this.provider.finish(query, attempt);
    if (!subject) return { kind: 'failed', linking };
    return linking ? this.link(subject, attempt.sessionId, traveller) : this.enter(subject, traveller);
  }

  async remove(actor: Actor, identityId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const removed = await tx.manager.delete(Identity, { id: identityId, personId: actor.personId });
      if (removed.affected === 0) throw new Failure('NOT_FOUND', 'There is nothing here.');
      await this.audit.write(tx, { actor, networkId: null, action: 'identity.remove', subjectId: identityId });
    });
  }

  private async enter({ issuer, subject }: Subject, { session, userAgent }: Traveller): Promise<Outcome> {
    const [known] = await this.database.query<{ personId: string }>(use, [issuer, subject]);
    if (!known) return { kind: 'unlinked', linking: false };
    const token = await this.sessions.open(known.personId, { how: 'oidc', userAgent });
    await this.sessions.endOf(session);
    return { kind: 'in', token };
  }

  /** Only the session that set out may link: whoever holds another one has not proved that the account here is theirs. */
  private async link(who: Subject, sessionId: string | null, { session }: Traveller): Promise<Outcome> {
    const entrant = await this.sessions.entrant(session).catch(() => undefined);
    if (!entrant || entrant.actor.sessionId !== sessionId) return { kind: 'failed', linking: true };
    const { actor } = entrant;
    return this.database.transaction(async (tx): Promise<Outcome> => {
      const id = uuidv7();
      const added = await tx.query(
        `insert into identities (id, person_id, issuer, subject) values ($1, $2, $3, $4)
        on conflict (issuer, subject) do nothing returning id`,
        [id, actor.personId, who.issuer, who.subject],
      );
      if (added.length === 0) {
        const mine = await tx.query('select from identities where issuer = $1 and subject = $2 and person_id = $3', [
          who.issuer,
          who.subject,
          actor.personId,
        ]);
        return { kind: mine.length > 0 ? 'linked' : 'taken', linking: true };
      }
      await this.audit.write(tx, { actor, networkId: null, action: 'identity.link', subjectId: id });
      return { kind: 'linked', linking: true };
    });
  }

  /** A state is good once, and only in the browser that set out with it. */
  private async take(state: string, browser: string): Promise<(Journey & { sessionId: string | null }) | undefined> {
    const [attempt] = await this.database.query<Journey & { sessionId: string | null }>(
      `delete from identity_attempts where state = $1 and browser_hash = $2 and expires_at > now()
      returning state, nonce, verifier, session_id as "sessionId"`,
      [state, hashOf(browser)],
    );
    return attempt;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const cards = `
  select id, ${instant('created_at')} as "createdAt", ${instant('last_used_at')} as "lastUsedAt"
  from identities where person_id = $1 order by created_at, id`;

/** $1 issuer, $2 subject. */
const use = `
  update identities i set last_used_at = now() from people p
  where i.issuer = $1 and i.subject = $2 and p.id = i.person_id and p.disabled_at is null
  returning i.person_id as "personId"`;
