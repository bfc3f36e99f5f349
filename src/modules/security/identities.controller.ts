import { Failure, type IdentityCard, type Parsed } from '@hub/contracts';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { Config } from '../../config.js';
import { Input, Me, Route } from '../../edge/route.js';
import { Tries } from '../../edge/tries.js';
import type { Actor } from '../identity/actor.js';
import { readToken, tokenCookie } from '../identity/cookie.js';
import { sessionSeconds } from '../identity/sessions.service.js';
import { attemptSeconds, IdentitiesService } from './identities.service.js';
import { ProviderService, returnPath } from './provider.service.js';

/** An office may share an address. */
const byAddress = { what: 'provider by address', tries: 600, seconds: 600 };

@Controller()
export class IdentitiesController {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly provider: ProviderService,
    private readonly tries: Tries,
    private readonly config: Config,
  ) {}

  @Route('identity.provider')
  which(): { name: string | null } {
    return { name: this.provider.name ?? null };
  }

  @Route('identity.list')
  list(@Me() actor: Actor): Promise<IdentityCard[]> {
    return this.identities.list(actor);
  }

  @Route('identity.enter')
  async enter(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ url: string }> {
    await this.tries.count(byAddress, request.ip ?? '');
    return { url: await this.identities.begin(this.browser(request, response)) };
  }

  @Route('identity.link')
  async link(
    @Me() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string }> {
    return { url: await this.identities.begin(this.browser(request, response), actor) };
  }

  @Route('identity.remove')
  remove(@Me() actor: Actor, @Input() { identityId }: Parsed<'identity.remove'>): Promise<void> {
    return this.identities.remove(actor, identityId);
  }

  /** Where the provider sends a browser back to; no route of the contracts, since it answers with a page to go to. */
  @Get(returnPath)
  async return(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.provider.name === undefined) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const { search } = new URL(request.originalUrl, 'http://localhost');
    const outcome = await this.identities.finish(search, {
      browser: parse(request.headers.cookie ?? '')[this.cookie],
      session: readToken(request.headers.cookie, this.config.secure),
      userAgent: request.headers['user-agent'],
    });
    if (outcome.kind === 'in') {
      response.append('set-cookie', tokenCookie(outcome.token, this.config.secure, sessionSeconds));
      response.redirect(303, '/');
    } else response.redirect(303, `${outcome.linking ? '/settings/sign-in' : '/sign-in'}?provider=${outcome.kind}`);
  }

  /** The browser is known again when it comes back, also by a link on another site. */
  private browser(request: Request, response: Response): string {
    const token = parse(request.headers.cookie ?? '')[this.cookie] ?? randomBytes(32).toString('base64url');
    const bound = { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secure } as const;
    response.append('set-cookie', serialize(this.cookie, token, { ...bound, maxAge: attemptSeconds }));
    return token;
  }

  private get cookie(): string {
    return this.config.secure ? '__Host-hub-oidc' : 'hub-oidc';
  }
}
