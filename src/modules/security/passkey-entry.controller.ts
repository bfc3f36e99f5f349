import type { Parsed, PasskeyOptions, SessionState } from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../config.js';
import { Input, Me, Route } from '../../edge/route.js';
import { Tries } from '../../edge/tries.js';
import type { Actor } from '../identity/actor.js';
import { tokenCookie } from '../identity/cookie.js';
import { EntryService } from '../identity/entry.service.js';
import { sessionSeconds } from '../identity/sessions.service.js';
import { ChallengesService } from './challenges.service.js';
import { PasskeyEntryService } from './passkey-entry.service.js';

/** An office may share an address. */
const byAddress = { what: 'passkeys by address', tries: 600, seconds: 600 };

@Controller()
export class PasskeyEntryController {
  constructor(
    private readonly passkeys: PasskeyEntryService,
    private readonly entry: EntryService,
    private readonly challenges: ChallengesService,
    private readonly tries: Tries,
    private readonly config: Config,
  ) {}

  @Route('passkey.challenge')
  async challenge(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PasskeyOptions> {
    await this.tries.count(byAddress, request.ip ?? '');
    return this.passkeys.challenge(this.challenges.browserOf(request), response);
  }

  @Route('passkey.enter')
  async enter(
    @Input() { answer }: Parsed<'passkey.enter'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    const personId = await this.passkeys.enter(answer, this.challenges.browserOf(request));
    return this.entry.enter({ personId, how: 'passkey' }, request, response);
  }

  @Route('passkey.confirm')
  async confirm(
    @Me() actor: Actor,
    @Input() { answer }: Parsed<'passkey.confirm'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const token = await this.passkeys.confirm(actor, answer, this.challenges.browserOf(request));
    response.setHeader('set-cookie', tokenCookie(token, this.config.secure, sessionSeconds));
    return {};
  }
}
