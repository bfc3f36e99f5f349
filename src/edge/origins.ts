/** Which pages may write or open a socket: our own. A program without a browser names our address as its origin. */
import { Failure } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { Config, isLoopback } from '../config.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class Origins {
  constructor(private readonly config: Config) {}

  check({ origin, host }: IncomingHttpHeaders): void {
    if (origin === undefined || !this.isOurs(origin, host))
      throw new Failure('FORBIDDEN', "Requests that change something must come from the hub's own pages.");
  }

  /** Express middleware for every request that may change something. */
  readonly onWrites = (request: Request, _: Response, next: NextFunction): void => {
    if (!reading.has(request.method)) this.check(request.headers);
    next();
  };

  private isOurs(origin: string, host: string | undefined): boolean {
    if (this.config.publicUrl !== undefined) return origin === new URL(this.config.publicUrl).origin;
    // Serving this machine alone: any of its names, and the very one that was asked.
    const page = URL.canParse(origin) ? new URL(origin) : undefined;
    return page !== undefined && isLoopback(page.hostname) && page.host === host;
  }
}
