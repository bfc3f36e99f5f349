import type { Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { PresenceService } from './presence.service.js';
import { TypingService } from './typing.service.js';

@Controller()
export class PresenceController {
  constructor(
    private readonly presence: PresenceService,
    private readonly typing: TypingService,
  ) {}

  @Route('typing.set')
  set(@Me() actor: Actor, @Input() input: Parsed<'typing.set'>): Promise<void> {
    return this.typing.set(actor, input);
  }

  @Route('presence.read')
  read(@Me() actor: Actor, @Input() { channelId }: Parsed<'presence.read'>): Promise<{ here: string[] }> {
    return this.presence.read(actor, channelId);
  }
}
