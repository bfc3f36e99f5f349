/**
 * Signing in by a letter. Whoever asks hears the same, at the same pace, whether the hub knows the address or not; what
 * the letter carries works once and within ten minutes.
 */
import { Failure } from '@hub/contracts';
import { Database, signingKey } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Tries, type Allowance } from '../../edge/tries.js';
import { signInAsked } from './entrance.jobs.js';
import { hashOfCode, hashOfToken, isOneOf } from './secrets.js';

const quarter = 15 * 60;
/** An office has one address for many people. */
const asking: Allowance = { what: 'sign-in asked from', tries: 60, seconds: quarter };
const askingFor: Allowance = { what: 'sign-in asked for', tries: 5, seconds: quarter };
const entering: Allowance = { what: 'sign-in tried from', tries: 60, seconds: quarter };
const mostWrongCodes = 5;

@Injectable()
export class SigningInService {
  constructor(
    private readonly database: Database,
    private readonly tries: Tries,
  ) {}

  /** `from` is the network address of whoever asks. */
  async ask(address: string, from: string): Promise<{ signInId: string }> {
    await this.tries.count(asking, from);
    await this.tries.count(askingFor, address.toLowerCase());
    const signInId = randomUUID();
    await this.database.transaction(async (tx) => {
      await tx.query(askedFor, [signInId, address]);
      await tx.promise(signInAsked.topic, [{ signInId }]);
    });
    return { signInId };
  }

  /** The person whose letter held this code; the fifth wrong one ends the sign-in. */
  async byCode(signInId: string, code: string, from: string): Promise<string> {
    await this.tries.count(entering, from);
    const key = await signingKey(this.database, 'sign-in-code');
    // Counted first, so that many tries at once are as many as one after the other.
    const [asked] = await this.database.query<{ hashes: Buffer[] }>(
      `update sign_ins set wrong_codes = wrong_codes + 1
      where id = $1 and used_at is null and expires_at > now() and wrong_codes < ${mostWrongCodes}
      returning code_hashes as hashes`,
      [signInId],
    );
    const right = isOneOf(asked?.hashes ?? [], hashOfCode(key, signInId, code));
    const personId = right ? await this.use('id = $1', signInId) : undefined;
    if (personId !== undefined) return personId;
    throw new Failure('INVALID', 'The code is wrong, used or too old.', {
      fields: [{ path: 'code', problem: 'wrong_code' }],
    });
  }

  /** The person whose letter held this link. */
  async byLink(token: string, from: string): Promise<string> {
    await this.tries.count(entering, from);
    const personId = await this.use('link_hashes @> array[$1::bytea]', hashOfToken(token));
    if (personId === undefined) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return personId;
  }

  private async use(which: string, value: string | Buffer): Promise<string | undefined> {
    const [used] = await this.database.query<{ personId: string }>(
      `update sign_ins set used_at = now()
      where ${which} and used_at is null and expires_at > now()
        and exists (select from people p where p.id = person_id and p.disabled_at is null)
      returning person_id as "personId"`,
      [value],
    );
    return used?.personId;
  }
}

/** $1 id, $2 address. Whoever was invited and has not come gets their invitation again. */
const askedFor = `
  insert into sign_ins (id, person_id, invitation_id, expires_at)
  select $1, p.id, case when p.id is null then i.id end, now() + interval '10 minutes'
  from (select lower($2::text) as address) asked
  left join people p on lower(p.email) = asked.address and p.disabled_at is null
  left join lateral (
    select id from invitations
    where lower(email) = asked.address and accepted_at is null and revoked_at is null and expires_at > now()
    order by created_at desc limit 1) i on true`;
