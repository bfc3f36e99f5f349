/**
 * How sure the hub is of who sits at a session. Administration wants a passkey shown in it today; changes of one's ways
 * in want that one signed in, or showed a passkey, just now. Sessions of the demonstration prove nothing, and are asked
 * for nothing.
 */
import { Failure, type Contract } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { administrates, type Actor } from './actor.js';

interface Proof {
  how: string;
  shown: boolean;
  recent: boolean;
  hasPasskey: boolean;
}

@Injectable()
export class ProofService {
  constructor(private readonly database: Database) {}

  /** Rejects with FORBIDDEN and with how more can be proved, where the contract wants more than the session has. */
  async check(actor: Actor, { secondFactor, recent }: Pick<Contract, 'secondFactor' | 'recent'>): Promise<void> {
    const asksBoth = secondFactor === true && administrates(actor);
    if (!asksBoth && recent !== true) return;
    const [proof] = await this.database.query<Proof>(proofOf, [actor.sessionId]);
    const { how, shown, hasPasskey } = proof ?? { how: '', shown: false, hasPasskey: false };
    if (how === 'demonstration') return;
    if (asksBoth && !shown)
      throw new Failure('FORBIDDEN', 'Administration wants a passkey shown in this session.', {
        confirm: hasPasskey ? 'passkey' : 'new_passkey',
      });
    // A mailbox alone must not replace the key of somebody who administrates.
    if (recent === true && hasPasskey && !shown && administrates(actor))
      throw new Failure('FORBIDDEN', 'Whoever administrates shows the passkey they have first.', {
        confirm: 'passkey',
      });
    if (recent === true && !proof?.recent)
      throw new Failure('FORBIDDEN', 'Ways to sign in are changed right after signing in or showing a passkey.', {
        confirm: hasPasskey ? 'passkey' : 'sign_in',
      });
  }
}

/** $1 a session. */
const proofOf = `
  select s.how, coalesce(s.second_factor_at > now() - interval '12 hours', false) as shown,
    greatest(s.created_at, s.second_factor_at) > now() - interval '30 minutes' as recent,
    exists (select from passkeys k where k.person_id = s.person_id) as "hasPasskey"
  from sessions s where s.id = $1`;
