import type { KeptSeat, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { SeatsService } from './seats.service.js';

@Controller()
export class SeatsController {
  constructor(private readonly seats: SeatsService) {}

  @Route('seat.list')
  list(@Me() actor: Actor, @Input() input: Parsed<'seat.list'>): Promise<KeptSeat[]> {
    return this.seats.list(actor, input);
  }

  @Route('seat.add')
  add(@Me() actor: Actor, @Input() input: Parsed<'seat.add'>): Promise<void> {
    return this.seats.add(actor, input);
  }

  @Route('seat.fill')
  fill(@Me() actor: Actor, @Input() input: Parsed<'seat.fill'>): Promise<void> {
    return this.seats.fill(actor, input);
  }

  @Route('seat.vacate')
  vacate(@Me() actor: Actor, @Input() input: Parsed<'seat.vacate'>): Promise<void> {
    return this.seats.vacate(actor, input);
  }

  @Route('seat.handover')
  handOver(@Me() actor: Actor, @Input() input: Parsed<'seat.handover'>): Promise<void> {
    return this.seats.handOver(actor, input);
  }

  @Route('seat.end')
  end(@Me() actor: Actor, @Input() input: Parsed<'seat.end'>): Promise<void> {
    return this.seats.end(actor, input);
  }
}
