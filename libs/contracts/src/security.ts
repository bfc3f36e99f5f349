/** How people prove who they are, and where they are signed in. */
import { z } from 'zod';
import { Id, Instant } from './model.js';

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

export type SessionWay = z.infer<typeof SessionWay>;
export type SessionCard = z.infer<typeof SessionCard>;
