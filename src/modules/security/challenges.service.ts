/**
 * Challenges for passkeys: kept here, good for one answer within five minutes, and only from the browser that was given
 * them, which is known by a cookie of its own.
 */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import type { Request, Response } from 'express';
import { createHash, randomBytes } from 'node:crypto';
import { Config, isLoopback } from '../../config.js';
import { PasskeyChallenge } from './passkey.entity.js';

const challengeSeconds = 5 * 60;

/** Which browser answers on which of our pages. */
export interface Browser {
  token: string | undefined;
  /** The hub as passkeys know it: its host name. */
  rpId: string;
  origin: string;
}

@Injectable()
export class ChallengesService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Whoever got so far came from one of our own pages (`Origins`); on this machine alone it may go by any of its names. */
  browserOf(request: Request): Browser {
    const origin = this.config.publicUrl ?? request.headers.origin ?? '';
    const { hostname } = new URL(origin);
    return {
      token: parse(request.headers.cookie ?? '')[this.cookie],
      rpId: this.config.publicUrl === undefined || isLoopback(hostname) ? 'localhost' : hostname,
      origin: new URL(origin).origin,
    };
  }

  /** The browser is known again by the cookie until the challenge has run out. */
  async keep(challenge: string, personId: string | null, browser: Browser, response: Response): Promise<void> {
    const token = browser.token ?? randomBytes(32).toString('base64url');
    await this.database.query('delete from passkey_challenges where expires_at < now()');
    await this.database.manager.insert(PasskeyChallenge, {
      challenge,
      personId,
      browserHash: hashOf(token),
      expiresAt: new Date(Date.now() + challengeSeconds * 1000),
    });
    const bound = { httpOnly: true, sameSite: 'strict', path: '/', secure: this.config.secure } as const;
    response.append('set-cookie', serialize(this.cookie, token, { ...bound, maxAge: challengeSeconds }));
  }

  /** Whether it was given to this browser for this purpose; it is used up by the question. */
  async take(challenge: string, personId: string | null, { token }: Browser): Promise<boolean> {
    const taken = await this.database.query(
      `delete from passkey_challenges
      where challenge = $1 and browser_hash = $2 and expires_at > now() and person_id is not distinct from $3
      returning challenge`,
      [challenge, hashOf(token ?? ''), personId],
    );
    return taken.length === 1;
  }

  private get cookie(): string {
    return this.config.secure ? '__Host-hub-passkey' : 'hub-passkey';
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
