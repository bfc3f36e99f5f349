import { Failure, type Parsed, type Profile, type SessionState } from '@hub/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../config.js';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from './actor.js';
import { readToken, tokenCookie } from './cookie.js';
import { EntryService } from './entry.service.js';
import { ProfileService } from './profile.service.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class IdentityController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly profiles: ProfileService,
    private readonly config: Config,
    private readonly entry: EntryService,
  ) {}

  @Route('session.read')
  async session(@Req() request: Request): Promise<SessionState> {
    return this.entry.state(await this.whoever(request));
  }

  @Route('session.end')
  async end(@Me() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<object> {
    await this.sessions.end(actor);
    response.setHeader('set-cookie', tokenCookie('', this.config.secure, 0));
    return {};
  }

  @Route('profile.read')
  profile(@Me() actor: Actor): Promise<Profile> {
    return this.profiles.read(actor);
  }

  @Route('profile.change')
  change(@Me() actor: Actor, @Input() change: Parsed<'profile.change'>): Promise<Profile> {
    return this.profiles.change(actor, change);
  }

  private async whoever(request: Request & { actor?: Actor }): Promise<Profile | null> {
    if (request.actor) return this.profiles.read(request.actor);
    try {
      return await this.profiles.read(await this.sessions.actor(readToken(request.headers.cookie, this.config.secure)));
    } catch (error) {
      if (error instanceof Failure && error.code === 'UNAUTHENTICATED') return null;
      throw error;
    }
  }
}
