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

export type SessionWay = z.infer<typeof SessionWay>;
export type SessionCard = z.infer<typeof SessionCard>;
export type PasskeyCard = z.infer<typeof PasskeyCard>;
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;
