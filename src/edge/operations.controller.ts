/** What operators and their machines ask: is it alive, can it serve, how does it fare. */
import { Failure } from '@hub/contracts';
import { Database } from '@hub/database';
import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Config, isLoopback } from '../config.js';
import { Metrics } from './metrics.js';

/** How long the database may take to say that it is there. */
const readyMs = 2_000;

@Controller()
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get('healthz')
  alive(): object {
    return { ok: true };
  }

  @Get('readyz')
  async ready(): Promise<object> {
    const silent = new Promise((_, reject) => setTimeout(reject, readyMs).unref());
    await Promise.race([this.database.query('select 1'), silent]).catch(() => {
      throw new Failure('UNAVAILABLE', 'The database does not answer.');
    });
    return { ok: true };
  }

  /** For this machine itself, or for whoever shows the token; to others it does not exist. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(@Req() request: Request): Promise<string> {
    if (!this.mayRead(request)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return this.metrics.registry.metrics();
  }

  private mayRead({ headers, socket }: Request): boolean {
    const token = this.config.metricsToken;
    if (token !== undefined) return sameText(headers.authorization ?? '', `Bearer ${token}`);
    // A proxy on this machine speaks for others.
    const direct = headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
    return direct && isLoopback((socket.remoteAddress ?? '').replace('::ffff:', ''));
  }
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
