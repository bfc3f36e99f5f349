/** Where somebody is signed in: listed and ended by themselves, and by administrators, whose doing is kept in the trail. */
import { Failure, type SessionCard } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import { FeedsService } from '../calendar/feeds.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { SessionsService } from '../identity/sessions.service.js';

@Injectable()
export class SessionOverviewService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly feeds: FeedsService,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor): Promise<SessionCard[]> {
    return this.sessions.list(actor.personId, actor.sessionId);
  }

  async endOne({ personId }: Actor, sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await this.sessions.endAll(tx, personId, { only: sessionId })).length === 0) throw absent();
    });
  }

  async endOthers({ personId, sessionId }: Actor): Promise<void> {
    await this.database.transaction((tx) => this.sessions.endAll(tx, personId, { but: sessionId }));
  }

  async listOf(actor: Actor, personId: string): Promise<SessionCard[]> {
    await this.reach(actor, personId);
    return this.sessions.list(personId, actor.sessionId);
  }

  /** All of a person's sessions, tokens and calendar feeds, or one session. */
  async endOf(actor: Actor, personId: string, sessionId?: string): Promise<void> {
    await this.reach(actor, personId);
    await this.database.transaction(async (tx) => {
      const sessions = await this.sessions.endAll(tx, personId, sessionId === undefined ? {} : { only: sessionId });
      if (sessions.length === 0 && sessionId !== undefined) throw absent();
      const programs = sessionId === undefined ? await this.sessions.endPrograms(tx, personId) : [];
      const feeds = sessionId === undefined ? await this.feeds.revokeAll(tx, personId) : [];
      const action = sessionId === undefined ? 'person.endSessions' : 'person.endSession';
      await this.audit.write(tx, {
        actor,
        networkId: null,
        action,
        subjectId: personId,
        before: { sessions, programs, feeds },
      });
    });
  }

  private async reach(actor: Actor, personId: string): Promise<void> {
    if (!isAdministrator(actor))
      throw new Failure('FORBIDDEN', 'Only administrators look after the sessions of others.');
    const found = await this.database.query('select from people where id = $1', [personId]);
    if (found.length === 0) throw absent();
  }
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');
