import type { LoggedChange, Parsed, Timeline } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { LogService } from './log.service.js';
import { PlanningService } from './planning.service.js';
import { TimelineService } from './timeline.service.js';

@Controller()
export class TimelineController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly planning: PlanningService,
    private readonly log: LogService,
  ) {}

  @Route('timeline.read')
  read(@Me() actor: Actor, @Input() input: Parsed<'timeline.read'>): Promise<Timeline> {
    return this.timeline.read(actor, input);
  }

  @Route('plan.layOut')
  layOut(@Me() actor: Actor, @Input() input: Parsed<'plan.layOut'>): Promise<void> {
    return this.planning.layOut(actor, input);
  }

  @Route('plan.add')
  add(@Me() actor: Actor, @Input() input: Parsed<'plan.add'>): Promise<void> {
    return this.planning.add(actor, input);
  }

  @Route('timeline.log')
  latest(@Me() actor: Actor, @Input() { partnershipSlug }: Parsed<'timeline.log'>): Promise<LoggedChange[]> {
    return this.log.latest(actor, partnershipSlug);
  }
}
