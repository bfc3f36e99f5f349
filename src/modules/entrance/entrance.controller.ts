import { Failure, type FailedLetter, type InvitationOffer, type Parsed, type SessionState } from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Input, Me, Route } from '../../edge/route.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { EntryService } from '../identity/entry.service.js';
import { MailboxService } from '../mail/mailbox.service.js';
import { AcceptingService } from './accepting.service.js';
import { SigningInService } from './signing-in.service.js';

@Controller()
export class EntranceController {
  constructor(
    private readonly signingIn: SigningInService,
    private readonly accepting: AcceptingService,
    private readonly entry: EntryService,
    private readonly mailbox: MailboxService,
  ) {}

  @Route('entrance.ask')
  ask(@Input() { address }: Parsed<'entrance.ask'>, @Req() request: Request): Promise<{ signInId: string }> {
    return this.signingIn.ask(address, request.ip ?? '');
  }

  @Route('entrance.enter')
  async enter(
    @Input() input: Parsed<'entrance.enter'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    const from = request.ip ?? '';
    const personId =
      'token' in input
        ? await this.signingIn.byLink(input.token, from)
        : await this.signingIn.byCode(input.signInId, input.code, from);
    return this.entry.enter({ personId, how: 'code' }, request, response);
  }

  @Route('invitation.open')
  open(@Input() { token }: Parsed<'invitation.open'>, @Req() request: Request): Promise<InvitationOffer> {
    return this.accepting.open(token, request.ip ?? '');
  }

  @Route('invitation.accept')
  async accept(
    @Input() input: Parsed<'invitation.accept'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    const { personId, isNew } = await this.accepting.accept(input, request.ip ?? '');
    return isNew ? this.entry.enter({ personId, how: 'code' }, request, response) : this.entry.state(null);
  }

  @Route('letter.failed')
  failed(@Me() actor: Actor): Promise<FailedLetter[]> {
    if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'Failed letters are for administrators.');
    return this.mailbox.failed();
  }
}
