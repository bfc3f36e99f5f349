import type { Parsed, PasskeyCard, PasskeyOptions } from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../config.js';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { tokenCookie } from '../identity/cookie.js';
import { sessionSeconds } from '../identity/sessions.service.js';
import { ChallengesService } from './challenges.service.js';
import { PasskeysService } from './passkeys.service.js';

@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly challenges: ChallengesService,
    private readonly config: Config,
  ) {}

  @Route('passkey.list')
  list(@Me() actor: Actor): Promise<PasskeyCard[]> {
    return this.passkeys.list(actor);
  }

  @Route('passkey.options')
  options(
    @Me() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyOptions> {
    return this.passkeys.options(actor, this.challenges.browserOf(request), response);
  }

  @Route('passkey.register')
  async register(
    @Me() actor: Actor,
    @Input() input: Parsed<'passkey.register'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyCard[]> {
    const token = await this.passkeys.register(actor, input, this.challenges.browserOf(request));
    response.setHeader('set-cookie', tokenCookie(token, this.config.secure, sessionSeconds));
    return this.passkeys.list(actor);
  }

  @Route('passkey.rename')
  rename(@Me() actor: Actor, @Input() input: Parsed<'passkey.rename'>): Promise<PasskeyCard[]> {
    return this.passkeys.rename(actor, input);
  }

  @Route('passkey.remove')
  remove(@Me() actor: Actor, @Input() { passkeyId }: Parsed<'passkey.remove'>): Promise<PasskeyCard[]> {
    return this.passkeys.remove(actor, passkeyId);
  }
}
