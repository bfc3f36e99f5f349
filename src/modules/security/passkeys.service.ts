/** A person's own passkeys: made on the device at hand, named, listed and removed. */
import { Failure, type PasskeyCard, type PasskeyOptions, type Parsed } from '@hub/contracts';
import { Database, instant } from '@hub/database';
import { Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Response } from 'express';
import { parse as uuidBytes, v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { ProfileService } from '../identity/profile.service.js';
import { SessionsService } from '../identity/sessions.service.js';
import { ChallengesService, type Browser } from './challenges.service.js';
import { Passkey } from './passkey.entity.js';

@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesService,
    private readonly profiles: ProfileService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor): Promise<PasskeyCard[]> {
    return this.database.query<PasskeyCard>(cards, [actor.personId]);
  }

  /** What the browser needs to make one: on a device that knows its user, and findable without a name being typed. */
  async options(actor: Actor, browser: Browser, response: Response): Promise<PasskeyOptions> {
    const { name, email } = await this.profiles.read(actor);
    const known = await this.database.manager.findBy(Passkey, { personId: actor.personId });
    const options = await generateRegistrationOptions({
      rpName: 'Samverka',
      rpID: browser.rpId,
      userID: Uint8Array.from(uuidBytes(actor.personId)),
      userName: email,
      userDisplayName: name,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.challenges.keep(options.challenge, actor.personId, browser, response);
    return { ...options };
  }

  /** Making one also proves who sits here, as using it does: returns the session's new token. */
  async register(actor: Actor, { name, answer }: Parsed<'passkey.register'>, browser: Browser): Promise<string> {
    const verified = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.challenges.take(challenge, actor.personId, browser),
      expectedOrigin: browser.origin,
      expectedRPID: browser.rpId,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) throw new Failure('FORBIDDEN', 'The passkey could not be verified; begin anew.');
    const { credential, credentialBackedUp } = verified.registrationInfo;
    const id = uuidv7();
    return this.database.transaction(async (tx) => {
      const taken = await tx.query('select from passkeys where credential_id = $1', [credential.id]);
      if (taken.length > 0) throw new Failure('CONFLICT', 'This passkey is in use already.');
      await tx.manager.insert(Passkey, {
        id,
        personId: actor.personId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: [...(credential.transports ?? [])],
        name,
        backedUp: credentialBackedUp,
      });
      await this.audit.write(tx, { actor, networkId: null, action: 'passkey.register', subjectId: id });
      return this.sessions.confirm(tx, actor);
    });
  }

  async rename(actor: Actor, { passkeyId, name }: Parsed<'passkey.rename'>): Promise<PasskeyCard[]> {
    const changed = await this.database.manager.update(Passkey, { id: passkeyId, personId: actor.personId }, { name });
    if (changed.affected === 0) throw absent();
    return this.list(actor);
  }

  async remove(actor: Actor, passkeyId: string): Promise<PasskeyCard[]> {
    await this.database.transaction(async (tx) => {
      const removed = await tx.manager.delete(Passkey, { id: passkeyId, personId: actor.personId });
      if (removed.affected === 0) throw absent();
      await this.audit.write(tx, { actor, networkId: null, action: 'passkey.remove', subjectId: passkeyId });
    });
    return this.list(actor);
  }
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

const cards = `
  select id, name, backed_up as "backedUp", ${instant('created_at')} as "createdAt",
    ${instant('last_used_at')} as "lastUsedAt"
  from passkeys where person_id = $1 order by created_at, id`;
