import type { CalendarFeed, Parsed } from '@hub/contracts';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { FeedReadingService } from './feed-reading.service.js';
import { FeedsService } from './feeds.service.js';

@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly reading: FeedReadingService,
  ) {}

  @Route('feed.list')
  list(@Me() actor: Actor): Promise<CalendarFeed[]> {
    return this.feeds.list(actor);
  }

  @Route('feed.make')
  make(@Me() actor: Actor, @Input() input: Parsed<'feed.make'>): Promise<{ feed: CalendarFeed; address: string }> {
    return this.feeds.make(actor, input);
  }

  @Route('feed.revoke')
  revoke(@Me() actor: Actor, @Input() { feedId }: Parsed<'feed.revoke'>): Promise<void> {
    return this.feeds.revoke(actor, feedId);
  }

  /** Calendars have no session, only the address; no route of the contracts, since it answers with a file. */
  @Get('calendar/:token.ics')
  async file(
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    response.set({ 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer' });
    const file = await this.reading.read(token, request.ip ?? '');
    response.set({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="samverka.ics"',
    });
    return file;
  }
}
