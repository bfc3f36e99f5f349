import type { Parsed, SessionCard } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { SessionOverviewService } from './session-overview.service.js';

@Controller()
export class SessionOverviewController {
  constructor(private readonly overview: SessionOverviewService) {}

  @Route('session.list')
  list(@Me() actor: Actor): Promise<SessionCard[]> {
    return this.overview.list(actor);
  }

  @Route('session.endOne')
  endOne(@Me() actor: Actor, @Input() { sessionId }: Parsed<'session.endOne'>): Promise<void> {
    return this.overview.endOne(actor, sessionId);
  }

  @Route('session.endOthers')
  endOthers(@Me() actor: Actor): Promise<void> {
    return this.overview.endOthers(actor);
  }

  @Route('person.sessions')
  listOf(@Me() actor: Actor, @Input() { personId }: Parsed<'person.sessions'>): Promise<SessionCard[]> {
    return this.overview.listOf(actor, personId);
  }

  @Route('person.endSession')
  endOneOf(@Me() actor: Actor, @Input() { personId, sessionId }: Parsed<'person.endSession'>): Promise<void> {
    return this.overview.endOf(actor, personId, sessionId);
  }

  @Route('person.endSessions')
  endAllOf(@Me() actor: Actor, @Input() { personId }: Parsed<'person.endSessions'>): Promise<void> {
    return this.overview.endOf(actor, personId);
  }
}
