import type { Parsed, Reading, UnreadList } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { ReadingService } from './reading.service.js';

@Controller()
export class ReadingController {
  constructor(private readonly reading: ReadingService) {}

  @Route('read.move')
  move(@Me() actor: Actor, @Input() input: Parsed<'read.move'>): Promise<Reading> {
    return this.reading.move(actor, input);
  }

  @Route('unread.list')
  unread(@Me() actor: Actor): Promise<UnreadList> {
    return this.reading.unread(actor);
  }
}
