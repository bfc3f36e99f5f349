/** Lets a socket in whose session lives and whose page is ours, into its person's channels. */
import { Failure } from '@hub/contracts';
import { Doorkeeper, type Admission } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Config } from '../../config.js';
import { Origins } from '../../edge/origins.js';
import { ChannelsService } from '../channels/channels.service.js';
import { readToken } from '../identity/cookie.js';
import { SessionsService, type Entrant } from '../identity/sessions.service.js';

@Injectable()
export class SessionDoorkeeper implements Doorkeeper {
  constructor(
    private readonly sessions: SessionsService,
    private readonly channels: ChannelsService,
    private readonly origins: Origins,
    private readonly config: Config,
  ) {}

  async admit({ headers }: IncomingMessage): Promise<Admission> {
    this.origins.check(headers);
    const entrant = await this.sessions.entrant(readToken(headers.cookie, this.config.secure));
    const [admission] = await this.admissions([entrant]);
    if (!admission) throw new Failure('UNAUTHENTICATED', 'Sign in first.');
    return admission;
  }

  async readmit(sessionIds: string[]): Promise<Admission[]> {
    return this.admissions(await this.sessions.living(sessionIds));
  }

  standing(sessionIds: string[]): Promise<{ ended: string[]; mark: string }> {
    return this.sessions.standing(sessionIds);
  }

  async seen(sessionId: string): Promise<void> {
    // What cannot be written now is written with the next command.
    await this.sessions.seen(sessionId).catch(() => undefined);
  }

  private async admissions(entrants: Entrant[]): Promise<Admission[]> {
    const channels = await this.channels.idsOf([...new Set(entrants.map(({ actor }) => actor.personId))]);
    return entrants.map(({ actor, head }) => {
      const { personId, sessionId } = actor;
      return { personId, sessionId, actor, head, channels: channels.get(personId) ?? [] };
    });
  }
}
