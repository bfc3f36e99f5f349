/**
 * What a page asks first, answered with it: on a slow line a question of its own takes a round trip. The handlers that
 * answer it over HTTP answer here, with the same checks; what they refuse is left for the page to ask and be told why.
 */
import { routes } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../../config.js';
import { Commands } from '../../edge/commands.js';
import { Troubles } from '../../edge/troubles.js';
import { readToken } from '../identity/cookie.js';
import { EntryService } from '../identity/entry.service.js';
import { SessionsService } from '../identity/sessions.service.js';

@Injectable()
export class FirstAnswers {
  constructor(
    private readonly sessions: SessionsService,
    private readonly entry: EntryService,
    private readonly commands: Commands,
    private readonly troubles: Troubles,
    private readonly config: Config,
  ) {}

  /** By the path that each would be asked at; nothing where the cookie opens nothing. */
  async to(request: Request): Promise<Record<string, unknown>> {
    try {
      return await this.gather(request);
    } catch (error) {
      // What is no refusal is told in the log.
      this.troubles.toBody(error);
      return {};
    }
  }

  /** One after the other: the session says how far events had come before the rest was read, the topic its messages. */
  private async gather(request: Request): Promise<Record<string, unknown>> {
    const { actor, unseen } = await this.sessions.entrant(readToken(request.headers.cookie, this.config.secure));
    const session = routes['session.read'].output.parse(await this.entry.stateOf(actor));
    const answers: Record<string, unknown> = { '/session': session };
    const [, topicId] = /^\/t\/([\w-]+)$/.exec(request.path) ?? [];
    if (topicId === undefined) return answers;
    if (unseen) await this.sessions.seen([actor.sessionId]);
    const topic = await this.commands.answer('topic.read', { topicId }, actor);
    if (!topic.ok) return answers;
    answers[`/topics/${topicId}`] = topic.data;
    // A link to one message asks for those around it, and whoever saves data for fewer.
    if (request.url.includes('?') || request.headers['save-data'] === 'on' || session.person?.lowData) return answers;
    const messages = await this.commands.answer('message.list', { topicId }, actor);
    if (messages.ok) answers[`/topics/${topicId}/messages`] = messages.data;
    return answers;
  }
}
