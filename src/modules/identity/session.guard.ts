/** Every route needs a session unless its contract says that it is open; a route outside the contracts answers nobody's data. */
import { askedByItself } from '@hub/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../../config.js';
import { bearerOf, checkScope } from '../../edge/programs.js';
import { contractOf, routeOf } from '../../edge/route.js';
import type { Actor } from './actor.js';
import { readToken } from './cookie.js';
import { ProofService } from './proof.service.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionsService,
    private readonly proof: ProofService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract = contractOf(context);
    const name = routeOf(context.getHandler());
    if (!contract || name === undefined) return true;
    const request = context.switchToHttp().getRequest<Request & { actor?: Actor }>();
    // Who shows a token is taken at their word: it must be good, also where nobody needs one, since it stood in for Origin.
    const bearer = bearerOf(request.headers);
    if (bearer === undefined && contract.open) return true;
    const { actor, unseen } =
      bearer === undefined
        ? await this.sessions.entrant(readToken(request.headers.cookie, this.config.secure))
        : await this.sessions.program(bearer);
    checkScope(actor, name);
    if (unseen && !askedByItself.has(name)) await this.sessions.seen([actor.sessionId]);
    await this.proof.check(actor, contract);
    request.actor = actor;
    return true;
  }
}
