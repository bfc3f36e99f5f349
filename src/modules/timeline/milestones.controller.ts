import type { Milestone, MilestonePage, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { EvidenceService } from './evidence.service.js';
import { MilestoneChangesService } from './milestone-changes.service.js';
import { MilestonesService } from './milestones.service.js';

@Controller()
export class MilestonesController {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly changes: MilestoneChangesService,
    private readonly evidence: EvidenceService,
  ) {}

  @Route('milestone.read')
  page(@Me() actor: Actor, @Input() { milestoneId }: Parsed<'milestone.read'>): Promise<MilestonePage> {
    return this.milestones.page(actor, milestoneId);
  }

  @Route('milestone.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'milestone.change'>): Promise<Milestone> {
    return this.changes.change(actor, input);
  }

  @Route('milestone.undo')
  undo(@Me() actor: Actor, @Input() input: Parsed<'milestone.undo'>): Promise<Milestone> {
    return this.changes.undo(actor, input);
  }

  @Route('milestone.discuss')
  discuss(@Me() actor: Actor, @Input() input: Parsed<'milestone.discuss'>): Promise<void> {
    return this.changes.discuss(actor, input);
  }

  @Route('evidence.add')
  addEvidence(@Me() actor: Actor, @Input() input: Parsed<'evidence.add'>): Promise<void> {
    return this.evidence.add(actor, input);
  }

  @Route('evidence.remove')
  removeEvidence(@Me() actor: Actor, @Input() input: Parsed<'evidence.remove'>): Promise<void> {
    return this.evidence.remove(actor, input);
  }

  @Route('evidence.restore')
  restoreEvidence(@Me() actor: Actor, @Input() input: Parsed<'evidence.restore'>): Promise<void> {
    return this.evidence.restore(actor, input);
  }
}
