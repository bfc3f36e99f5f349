import type { Mark, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { MarksService } from './marks.service.js';

@Controller()
export class MarksController {
  constructor(private readonly marks: MarksService) {}

  @Route('mark.list')
  list(@Me() actor: Actor, @Input() input: Parsed<'mark.list'>): Promise<Mark[]> {
    return this.marks.list(actor, input);
  }
}
