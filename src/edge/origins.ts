/**
 * Which pages may write or open a socket: our own. Only a program that shows a personal token may come without an origin:
 * browsers always send one, and never a token by themselves. Whether the token is good is found out after this.
 */
import { Failure } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { Config, isLoopback } from '../config.js';
import { bearerOf } from './programs.js';

/** What mail programs post to with one click (RFC 8058), from no page. The token in it is all that gives a right; cookies give none. */
const oneClick = /^\/api\/unsubscriptions\/[\w-]+$/;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class Origins {
  constructor(private readonly config: Config) {}

  check({ origin, host }: IncomingHttpHeaders, withToken = false): void {
    if (origin === undefined && withToken) return;
    if (origin === undefined || !this.isOurs(origin, host))
      throw new Failure('FORBIDDEN', "Requests that change something must come from the hub's own pages.");
  }

  /** Express middleware for every request that may change something. */
  readonly onWrites = (request: Request, _: Response, next: NextFunction): void => {
    if (!reading.has(request.method) && !(request.method === 'POST' && oneClick.test(request.path)))
      this.check(request.headers, bearerOf(request.headers) !== undefined);
    next();
  };

  private isOurs(origin: string, host: string | undefined): boolean {
    if (this.config.publicUrl !== undefined) return origin === new URL(this.config.publicUrl).origin;
    // Serving this machine alone: any of its names, and the very one that was asked.
    const page = URL.canParse(origin) ? new URL(origin) : undefined;
    return page !== undefined && isLoopback(page.hostname) && page.host === host;
  }
}
