import type { BandList, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { BandsService } from './bands.service.js';

@Controller()
export class BandsController {
  constructor(private readonly bands: BandsService) {}

  @Route('band.list')
  list(@Me() actor: Actor): Promise<BandList> {
    return this.bands.list(actor);
  }

  @Route('band.add')
  add(@Me() actor: Actor, @Input() input: Parsed<'band.add'>): Promise<void> {
    return this.bands.add(actor, input);
  }

  @Route('band.remove')
  remove(@Me() actor: Actor, @Input() { bandId }: Parsed<'band.remove'>): Promise<void> {
    return this.bands.remove(actor, bandId);
  }

  @Route('band.restore')
  restore(@Me() actor: Actor, @Input() { bandId }: Parsed<'band.restore'>): Promise<void> {
    return this.bands.restore(actor, bandId);
  }
}
