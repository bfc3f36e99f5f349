/** Passkeys used: to sign in without saying who one is, and to confirm in a session that it is still oneself. */
import { Failure, type PasskeyOptions } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server';
import type { Response } from 'express';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { SessionsService } from '../identity/sessions.service.js';
import { ChallengesService, type Browser } from './challenges.service.js';
import type { Passkey } from './passkey.entity.js';

/** As a browser sent it; nothing in it is believed before it is verified. */
type Answer = Record<string, unknown>;
type Found = Pick<Passkey, 'id' | 'personId' | 'credentialId' | 'publicKey' | 'counter'>;

@Injectable()
export class PasskeyEntryService {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  async challenge(browser: Browser, response: Response): Promise<PasskeyOptions> {
    const options = await generateAuthenticationOptions({ rpID: browser.rpId, userVerification: 'required' });
    await this.challenges.keep(options.challenge, null, browser, response);
    return { ...options };
  }

  /** The person whose key it is. */
  async enter(answer: Answer, browser: Browser): Promise<string> {
    return (await this.verify(answer, browser)).personId;
  }

  /** The session has its second factor from now on, and a new token: one that was copied before is worth nothing. */
  async confirm(actor: Actor, answer: Answer, browser: Browser): Promise<string> {
    await this.verify(answer, browser, actor.personId);
    return this.database.transaction((tx) => this.sessions.confirm(tx, actor));
  }

  private async verify(answer: Answer, browser: Browser, owner?: string): Promise<Found> {
    const [found] = await this.database.query<Found>(passkey, [String(answer.id)]);
    if (!found || (owner !== undefined && found.personId !== owner)) throw refused(owner);
    const { credentialId, publicKey, counter } = found;
    const verified = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => this.challenges.take(challenge, null, browser),
      expectedOrigin: browser.origin,
      expectedRPID: browser.rpId,
      // The counter is compared below, where one that goes back is written down.
      credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) throw refused(owner);
    const { newCounter, credentialBackedUp } = verified.authenticationInfo;
    const suspect = counter > 0 && newCounter <= counter;
    const used = suspect ? [] : await this.database.query(use, [found.id, newCounter, credentialBackedUp, counter]);
    if (used.length === 1) return found;
    await this.database.transaction((tx) =>
      this.audit.write(tx, { actor: null, networkId: null, action: 'passkey.refuse', subjectId: found.id }),
    );
    throw refused(owner);
  }
}

/** The same for every reason; whoever has a session keeps it. */
const refused = (owner?: string) =>
  new Failure(owner === undefined ? 'UNAUTHENTICATED' : 'FORBIDDEN', 'This passkey proves nothing here.');

const passkey = `
  select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey", k.counter
  from passkeys k join people p on p.id = k.person_id
  where k.credential_id = $1 and p.disabled_at is null`;

/** Of two answers at once one counts. */
const use = `
  update passkeys set counter = $2, backed_up = $3, last_used_at = now() where id = $1 and counter = $4 returning id`;
