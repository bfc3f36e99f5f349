import type { DemonstrationPerson, Parsed, SessionState } from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../config.js';
import { Input, Route } from '../../edge/route.js';
import { readToken, tokenCookie } from '../identity/cookie.js';
import { ProfileService } from '../identity/profile.service.js';
import { sessionSeconds, SessionsService } from '../identity/sessions.service.js';
import { DemonstrationService } from './demonstration.service.js';

@Controller()
export class DemonstrationController {
  constructor(
    private readonly demonstration: DemonstrationService,
    private readonly profiles: ProfileService,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  @Route('demonstration.people')
  people(): Promise<DemonstrationPerson[]> {
    return this.demonstration.people();
  }

  @Route('demonstration.enter')
  async enter(
    @Input() { personId }: Parsed<'demonstration.enter'>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionState> {
    const token = await this.demonstration.enter(personId, request.headers['user-agent']);
    await this.sessions.endOf(readToken(request.headers.cookie, this.config.secure));
    response.setHeader('set-cookie', tokenCookie(token, this.config.secure, sessionSeconds));
    return { person: await this.profiles.of(personId), demonstration: true };
  }
}
