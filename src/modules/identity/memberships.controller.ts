import type { Parsed, PersonPage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import { RosterService } from '../administration/roster.service.js';
import { AccountsService } from './accounts.service.js';
import type { Actor } from './actor.js';
import { MembershipsService } from './memberships.service.js';

@Controller()
export class MembershipsController {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly accounts: AccountsService,
    private readonly roster: RosterService,
  ) {}

  @Route('person.read')
  async read(@Me() actor: Actor, @Input() { personId }: Parsed<'person.read'>): Promise<PersonPage> {
    await this.memberships.requireKnown(actor, personId);
    return this.roster.read(actor, personId);
  }

  @Route('role.grant')
  grant(@Me() actor: Actor, @Input() input: Parsed<'role.grant'>): Promise<{ membershipId: string }> {
    return this.memberships.grant(actor, input);
  }

  @Route('role.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'role.change'>): Promise<void> {
    return this.memberships.change(actor, input);
  }

  @Route('role.end')
  end(@Me() actor: Actor, @Input() input: Parsed<'role.end'>): Promise<void> {
    return this.memberships.end(actor, input);
  }

  @Route('person.change')
  correct(@Me() actor: Actor, @Input() input: Parsed<'person.change'>): Promise<void> {
    return this.accounts.change(actor, input);
  }

  @Route('person.disable')
  disable(@Me() actor: Actor, @Input() input: Parsed<'person.disable'>): Promise<void> {
    return this.accounts.disable(actor, input);
  }

  @Route('person.enable')
  enable(@Me() actor: Actor, @Input() input: Parsed<'person.enable'>): Promise<void> {
    return this.accounts.enable(actor, input);
  }
}
