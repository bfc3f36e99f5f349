import type { Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { PresenceService } from './presence.service.js';

@Controller()
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Route('typing.set')
  typing(@Me() actor: Actor, @Input() input: Parsed<'typing.set'>): Promise<void> {
    return this.presence.typing(actor, input);
  }

  @Route('presence.read')
  here(@Me() actor: Actor, @Input() { channelId }: Parsed<'presence.read'>): Promise<{ here: string[] }> {
    return this.presence.here(actor, channelId);
  }
}
