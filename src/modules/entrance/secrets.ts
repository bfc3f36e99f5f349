/**
 * What letters carry and the database only knows the hash of. A link's token is long enough to be hashed as it is; a code
 * is short, so its hash takes a key and the sign-in it belongs to.
 */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Eight digits: 26 bits, of which somebody who guesses has five tries. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** As it is read aloud and written down. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

export const hashOfCode = (key: Buffer, signInId: string, code: string): Buffer =>
  createHmac('sha256', key).update(`${signInId} ${code}`).digest();

export const isOneOf = (hashes: readonly Buffer[], hash: Buffer): boolean =>
  hashes.some((one) => one.length === hash.length && timingSafeEqual(one, hash));
