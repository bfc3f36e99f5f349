/** How people prove who they are, and where they are signed in. */
import { z } from 'zod';
import { Id, Instant, Text } from './model.js';

export const SessionWay = z.enum(['code', 'passkey', 'oidc', 'demonstration']);

/** One place where somebody is signed in. */
export const SessionCard = z
  .object({
    id: Id,
    how: SessionWay,
    /** Empty where it is none that the hub knows. */
    browser: z.string(),
    system: z.string(),
    createdAt: Instant,
    /** To a few minutes. */
    lastSeenAt: Instant,
    /** When it ends however much it is used. */
    expiresAt: Instant,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'SessionCard' });

/** A passkey as its owner sees it. */
export const PasskeyCard = z
  .object({
    id: Id,
    name: z.string(),
    /** Kept on more than one device, e.g. by a password manager. */
    backedUp: z.boolean(),
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'PasskeyCard' });

export const PasskeyName = Text.trim().min(1).max(60);

/** What WebAuthn in a browser takes and gives back; both are of its own making. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });
export const PasskeyAnswer = z
  .looseObject({ id: z.string().max(2000), type: z.literal('public-key'), response: z.looseObject({}) })
  .meta({ id: 'PasskeyAnswer' });

export const TokenScope = z.enum(['read', 'write']);

/** A token for programs as its owner sees it. */
export const TokenCard = z
  .object({
    id: Id,
    name: z.string(),
    scope: TokenScope,
    createdAt: Instant,
    expiresAt: Instant,
    /** To a few minutes; null before it was used. */
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'TokenCard' });

export const CreateToken = z
  .object({
    name: Text.trim().min(1).max(60),
    scope: TokenScope,
    /** After how many days it opens nothing any more. */
    days: z.int().min(1).max(365),
  })
  .meta({ id: 'CreateToken' });

/** The token itself is told this once. */
export const TokenMade = z.object({ token: z.string(), card: TokenCard }).meta({ id: 'TokenMade' });

/** An account at the employer that signs somebody in here. */
export const IdentityCard = z
  .object({ id: Id, createdAt: Instant, lastUsedAt: Instant.nullable() })
  .meta({ id: 'IdentityCard' });

export type SessionWay = z.infer<typeof SessionWay>;
export type SessionCard = z.infer<typeof SessionCard>;
export type PasskeyCard = z.infer<typeof PasskeyCard>;
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;
export type TokenCard = z.infer<typeof TokenCard>;
export type CreateToken = z.infer<typeof CreateToken>;
export type TokenMade = z.infer<typeof TokenMade>;
export type TokenScope = z.infer<typeof TokenScope>;
export type IdentityCard = z.infer<typeof IdentityCard>;
