import type { Invitation, InvitationList, InvitationPreview, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { InvitationsService } from './invitations.service.js';
import { InvitingService } from './inviting.service.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly inviting: InvitingService,
  ) {}

  @Route('invitation.list')
  list(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'invitation.list'>): Promise<InvitationList> {
    return this.invitations.list(actor, networkSlug);
  }

  @Route('invitation.create')
  create(@Me() actor: Actor, @Input() input: Parsed<'invitation.create'>): Promise<Invitation> {
    return this.invitations.create(actor, input);
  }

  @Route('invitation.revoke')
  revoke(@Me() actor: Actor, @Input() { invitationId }: Parsed<'invitation.revoke'>): Promise<Invitation> {
    return this.invitations.revoke(actor, invitationId);
  }

  @Route('invitation.resend')
  resend(@Me() actor: Actor, @Input() { invitationId }: Parsed<'invitation.resend'>): Promise<Invitation> {
    return this.invitations.resend(actor, invitationId);
  }

  @Route('invitation.preview')
  preview(@Me() actor: Actor, @Input() input: Parsed<'invitation.preview'>): Promise<InvitationPreview> {
    return this.inviting.preview(actor, input);
  }

  @Route('invitation.createMany')
  createMany(@Me() actor: Actor, @Input() input: Parsed<'invitation.createMany'>): Promise<{ invited: number }> {
    return this.inviting.createMany(actor, input);
  }
}
