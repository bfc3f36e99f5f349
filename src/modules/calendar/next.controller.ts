import type { TimelineNext } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { NextService } from './next.service.js';

@Controller()
export class NextController {
  constructor(private readonly next: NextService) {}

  @Route('timeline.next')
  read(@Me() actor: Actor): Promise<TimelineNext> {
    return this.next.read(actor);
  }
}
