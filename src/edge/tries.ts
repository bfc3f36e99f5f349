/** How often something may be tried: counted in Postgres, so that the count is one over all nodes and outlives a restart. */
import { Failure } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** At most so many within a time, which begins with the first. */
export interface Allowance {
  /** What is counted, e.g. `sign-in by address`. */
  what: string;
  tries: number;
  seconds: number;
}

@Injectable()
export class Tries {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly database: Database) {}

  /** Counts one more by `whom` (an address, an id: only its hash is kept). Rejects with LIMITED when it is one too many. */
  async count(allowance: Allowance, whom: string): Promise<void> {
    try {
      await this.limiter(allowance).consume(hashOf(whom));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Failure('LIMITED', 'Too many tries; wait a while.', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }

  private limiter({ what, tries, seconds }: Allowance): RateLimiterPostgres {
    const known = this.limiters.get(what);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: (this.database.dataSource.driver as PostgresDriver).master as pg.Pool,
      storeType: 'pool',
      tableName: 'tries',
      tableCreated: true,
      keyPrefix: what,
      points: tries,
      duration: seconds,
    });
    this.limiters.set(what, limiter);
    return limiter;
  }
}

function hashOf(whom: string): string {
  return createHash('sha256').update(whom).digest('base64url');
}
