import type { MailChoices, Parsed, Preferences, PreferencesPreview } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { ChoosingService } from './choosing.service.js';

@Controller()
export class PreferencesController {
  constructor(private readonly choosing: ChoosingService) {}

  @Route('preference.read')
  read(@Me() actor: Actor): Promise<Preferences> {
    return this.choosing.read(actor);
  }

  @Route('preference.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'preference.change'>): Promise<Preferences> {
    return this.choosing.change(actor, input);
  }

  @Route('preference.preview')
  preview(@Me() actor: Actor, @Input() input: Parsed<'preference.preview'>): Promise<PreferencesPreview> {
    return this.choosing.preview(actor, input);
  }

  @Route('preference.channel')
  forChannel(@Me() actor: Actor, @Input() input: Parsed<'preference.channel'>): Promise<void> {
    return this.choosing.forChannel(actor, input);
  }

  @Route('preference.network')
  ofNetwork(
    @Me() actor: Actor,
    @Input() { networkSlug }: Parsed<'preference.network'>,
  ): Promise<{ mail: MailChoices }> {
    return this.choosing.ofNetwork(actor, networkSlug);
  }

  @Route('preference.setNetwork')
  setNetwork(@Me() actor: Actor, @Input() input: Parsed<'preference.setNetwork'>): Promise<void> {
    return this.choosing.setNetwork(actor, input);
  }
}
