/** A person's own tokens for programs: made and shown once, listed, revoked. */
import { Failure, type Parsed, type TokenCard, type TokenMade } from '@hub/contracts';
import { Database, instant } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { SessionsService } from '../identity/sessions.service.js';

@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor): Promise<TokenCard[]> {
    return this.database.query<TokenCard>(`${cards} order by created_at desc, id`, [actor.personId]);
  }

  async create(actor: Actor, { name, scope, days }: Parsed<'token.create'>): Promise<TokenMade> {
    const { id, token } = await this.database.transaction(async (tx) => {
      const made = await this.sessions.openToProgram(tx, actor.personId, { name, scope, days });
      const after = { scope, days };
      await this.audit.write(tx, { actor, networkId: null, action: 'token.create', subjectId: made.id, after });
      return made;
    });
    const [card] = await this.database.query<TokenCard>(`${cards} and id = $2`, [actor.personId, id]);
    if (!card) throw absent();
    return { token, card };
  }

  async revoke(actor: Actor, tokenId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const revoked = await this.sessions.endPrograms(tx, actor.personId, tokenId);
      if (revoked.length === 0) throw absent();
      await this.audit.write(tx, { actor, networkId: null, action: 'token.revoke', subjectId: tokenId });
    });
  }
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

const cards = `
  select id, name, scope, ${instant('created_at')} as "createdAt", ${instant('expires_at')} as "expiresAt",
    ${instant('last_used_at')} as "lastUsedAt"
  from personal_tokens where person_id = $1 and revoked_at is null and expires_at > now()`;
