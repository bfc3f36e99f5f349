/** For somebody who lost every passkey: whoever runs the hub lets them begin anew, and says who asked by other means. */
import type { Database } from '@hub/database';
import type { AuditService } from '../administration/audit.service.js';

export class LostPasskeysService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** How many were forgotten; undefined where nobody has the address. Accounts at work, tokens and sessions end as well. */
  async forget(email: string): Promise<number | undefined> {
    return this.database.transaction(async (tx) => {
      const [person] = await tx.query<{ id: string }>('select id from people where lower(email) = lower($1)', [email]);
      if (!person) return undefined;
      const gone = await tx.query('delete from passkeys where person_id = $1 returning id', [person.id]);
      await tx.query('delete from identities where person_id = $1', [person.id]);
      await tx.query('update personal_tokens set revoked_at = now() where person_id = $1 and revoked_at is null', [
        person.id,
      ]);
      await tx.query('update sessions set ended_at = now() where person_id = $1 and ended_at is null', [person.id]);
      await this.audit.write(tx, {
        actor: null,
        networkId: null,
        action: 'passkey.forget',
        subjectId: person.id,
        before: { passkeys: gone.length },
      });
      return gone.length;
    });
  }
}
