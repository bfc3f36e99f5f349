/** Lets a socket in whose session lives and whose page is ours, into its person's channels. */
import { Failure } from '@hub/contracts';
import { Doorkeeper, type Admission } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Config } from '../../config.js';
import { Origins } from '../../edge/origins.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { readToken } from '../identity/cookie.js';
import { SessionsService } from '../identity/sessions.service.js';

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
    const actor = await this.sessions.actor(readToken(headers.cookie, this.config.secure));
    const [admission] = await this.admissions([actor]);
    if (!admission) throw new Failure('UNAUTHENTICATED', 'Sign in first.');
    return admission;
  }

  async readmit(sessionIds: string[]): Promise<Admission[]> {
    return this.admissions(await this.sessions.living(sessionIds));
  }

  private async admissions(actors: Actor[]): Promise<Admission[]> {
    const channels = await this.channels.idsOf([...new Set(actors.map(({ personId }) => personId))]);
    return actors.map((actor) => {
      const { personId, sessionId } = actor;
      return { personId, sessionId, actor, channelIds: channels.get(personId) ?? [] };
    });
  }
}
