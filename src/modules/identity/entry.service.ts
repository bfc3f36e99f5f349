/** How every way in ends: a session in this browser in the place of the one it had, and the answer who is here. */
import type { Profile, SessionState, SessionWay, Since } from '@hub/contracts';
import { Database, readSetting } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../config.js';
import { MailService } from '../mail/mail.service.js';
import type { Actor } from './actor.js';
import { readToken, tokenCookie } from './cookie.js';
import { ProfileService } from './profile.service.js';
import { sessionSeconds, SessionsService } from './sessions.service.js';

/** Who somebody proved to be just now, and by what. */
export interface Proved {
  personId: string;
  how: SessionWay;
}

@Injectable()
export class EntryService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly profiles: ProfileService,
    private readonly mail: MailService,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async enter({ personId, how }: Proved, request: Request, response: Response): Promise<SessionState> {
    const token = await this.sessions.open(personId, { how, userAgent: request.headers['user-agent'] });
    await this.sessions.endOf(readToken(request.headers.cookie, this.config.secure));
    response.setHeader('set-cookie', tokenCookie(token, this.config.secure, sessionSeconds));
    return this.state(await this.profiles.of(personId));
  }

  /** The answer to whoever is here with a session. */
  async stateOf(actor: Actor): Promise<SessionState> {
    return this.state(await this.profiles.read(actor));
  }

  async state(person: Profile | null): Promise<SessionState> {
    const [since] = person ? await this.database.query<Since>(eventsEnd, [person.id]) : [];
    // What was loaded stays invented, whatever the hub is configured to offer.
    const demonstration = (await readSetting(this.database, 'demonstration')) !== undefined;
    return { person, demonstration, letters: await this.mail.isOpen(), since: since ?? null };
  }
}

/** $1 person. */
const eventsEnd = `
  select p.event_seq as "userSeq", coalesce((
    select json_agg(json_build_object('channelId', c.id, 'seq', c.last_seq))
    from current_channel_members cm join channels c on c.id = cm.channel_id
    where cm.person_id = p.id and c.kind = 'announcements'), '[]') as streams
  from people p where p.id = $1`;
