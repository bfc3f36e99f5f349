/** Lets a socket in whose session lives and whose page is ours, or who shows a personal token, into its person's channels. */
import { Failure } from '@hub/contracts';
import { Doorkeeper, type Admission } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Config } from '../../config.js';
import { Origins } from '../../edge/origins.js';
import { bearerOf } from '../../edge/programs.js';
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

  async admit({ headers }: IncomingMessage, auth: unknown): Promise<Admission> {
    // A program's personal token, where a library cannot set headers.
    const token = wordIn(auth, 'token') ?? bearerOf(headers);
    this.origins.check(headers, token !== undefined);
    if (token === undefined) {
      const { channelIds, ...entrant } = await this.sessions.atDoor(readToken(headers.cookie, this.config.secure));
      const meant = wordIn(auth, 'personId');
      if (meant !== undefined && meant !== entrant.actor.personId)
        throw new Failure('UNAUTHENTICATED', "This session is somebody else's.");
      return admission(entrant, channelIds);
    }
    const [admitted] = await this.admissions([await this.sessions.program(token)]);
    if (!admitted) throw new Failure('UNAUTHENTICATED', 'Sign in first.');
    return admitted;
  }

  async readmit(sessionIds: string[]): Promise<Admission[]> {
    return this.admissions(await this.sessions.living(sessionIds));
  }

  standing(sessionIds: string[]): Promise<{ ended: string[]; mark: string }> {
    return this.sessions.standing(sessionIds);
  }

  seen(sessionIds: string[]): Promise<void> {
    return this.sessions.seen(sessionIds);
  }

  private async admissions(entrants: Entrant[]): Promise<Admission[]> {
    const channels = await this.channels.idsOf([...new Set(entrants.map(({ actor }) => actor.personId))]);
    return entrants.map((one) => admission(one, channels.get(one.actor.personId) ?? []));
  }
}

function admission({ actor, head }: Entrant, channelIds: string[]): Admission {
  const { personId, sessionId } = actor;
  return { personId, sessionId, actor, head, channelIds };
}

/** What a client says of itself at the door. */
function wordIn(auth: unknown, key: 'token' | 'personId'): string | undefined {
  const word = typeof auth === 'object' && auth !== null ? (auth as Record<string, unknown>)[key] : undefined;
  return typeof word === 'string' ? word : undefined;
}
