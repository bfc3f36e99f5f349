/**
 * What a page asks first, answered with it: on a slow line a question of its own takes a round trip. The handlers that
 * answer it over HTTP answer here, with the same checks; what they refuse is left for the page to ask and be told why.
 */
import { routes } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import { parse } from 'cookie';
import type { Request } from 'express';
import { Config } from '../../config.js';
import { Commands } from '../../edge/commands.js';
import { readToken } from '../identity/cookie.js';
import { EntryService } from '../identity/entry.service.js';
import { ProfileService } from '../identity/profile.service.js';
import { SessionsService } from '../identity/sessions.service.js';

@Injectable()
export class FirstAnswers {
  constructor(
    private readonly sessions: SessionsService,
    private readonly profiles: ProfileService,
    private readonly entry: EntryService,
    private readonly commands: Commands,
    private readonly config: Config,
  ) {}

  /** By the path that each would be asked at. Rejects where the cookie opens nothing. */
  async to(request: Request): Promise<Record<string, unknown>> {
    const { actor, unseen } = await this.sessions.entrant(readToken(request.headers.cookie, this.config.secure));
    // Before anything else is read, since it says how far events had come.
    const session = await this.entry.state(await this.profiles.read(actor));
    const answers: Record<string, unknown> = { '/session': routes['session.read'].output.parse(session) };
    const topicId = topicAt(request);
    if (topicId === undefined) return answers;
    if (unseen) await this.sessions.seen([actor.sessionId]);
    const ask = async (path: string, name: 'topic.read' | 'message.list') => {
      const reply = await this.commands.answer(name, { topicId }, actor);
      if (reply.ok) answers[path] = reply.data;
    };
    await Promise.all([
      ask(`/topics/${topicId}`, 'topic.read'),
      !asksForOthers(request) && ask(`/topics/${topicId}/messages`, 'message.list'),
    ]);
    return answers;
  }
}

const topicAt = ({ path }: Request) => /^\/t\/([\w-]+)$/.exec(path)?.[1];

/** A link to one message asks for those around it; whoever saves data, by their browser's setting or their own, for fewer. */
function asksForOthers({ url, headers }: Request): boolean {
  const ownSetting = parse(headers.cookie ?? '')['hub-low-data'];
  return url.includes('?') || headers['save-data'] === 'on' || ownSetting === '1';
}
