/** Routes about how one proves who one is, and where one is signed in. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Id } from './model.js';
import { SessionState } from './people.js';
import {
  PasskeyAnswer,
  PasskeyCard,
  PasskeyName,
  PasskeyOptions,
  SessionCard,
  CreateToken,
  IdentityCard,
  TokenCard,
  TokenMade,
} from './security.js';

export const securityRoutes = {
  'session.list': {
    summary: 'Where one is signed in, what was used last first',
    input: nothing,
    output: z.array(SessionCard),
  },
  'session.endOne': {
    summary: "End one of one's own sessions; its open sockets are closed",
    input: z.object({ sessionId: Id }),
    output: nothing,
  },
  'session.endOthers': { summary: "End all of one's sessions but this one", input: nothing, output: nothing },
  'person.sessions': {
    summary: 'Where a person is signed in; for administrators',
    secondFactor: true,
    input: z.object({ personId: Id }),
    output: z.array(SessionCard),
  },
  'person.endSession': {
    summary: "End one of a person's sessions; for administrators",
    secondFactor: true,
    input: z.object({ personId: Id, sessionId: Id }),
    output: nothing,
  },
  'person.endSessions': {
    summary: "End all of a person's sessions and tokens; for administrators",
    secondFactor: true,
    input: z.object({ personId: Id }),
    output: nothing,
  },
  'passkey.list': { summary: "One's passkeys", input: nothing, output: z.array(PasskeyCard) },
  'passkey.options': {
    summary: 'Begin to make a passkey; the answer is for navigator.credentials.create in the same browser',
    recent: true,
    input: nothing,
    output: PasskeyOptions,
  },
  'passkey.register': {
    summary: 'Keep the passkey that was made; it also confirms the session',
    input: z.object({ name: PasskeyName, answer: PasskeyAnswer }),
    output: z.array(PasskeyCard),
  },
  'passkey.rename': {
    summary: 'Call a passkey something else',
    input: z.object({ passkeyId: Id, name: PasskeyName }),
    output: z.array(PasskeyCard),
  },
  'passkey.remove': {
    summary: 'Remove a passkey: it lets nobody in any more',
    recent: true,
    input: z.object({ passkeyId: Id }),
    output: z.array(PasskeyCard),
  },
  'passkey.challenge': {
    summary: 'Begin to use a passkey; the answer is for navigator.credentials.get in the same browser',
    open: true,
    input: nothing,
    output: PasskeyOptions,
  },
  'passkey.enter': {
    summary: 'Sign in with a passkey',
    open: true,
    input: z.object({ answer: PasskeyAnswer }),
    output: SessionState,
  },
  'passkey.confirm': {
    summary: 'Show a passkey in a session that has begun without one, or long ago',
    input: z.object({ answer: PasskeyAnswer }),
    output: nothing,
  },
  'token.list': { summary: "One's tokens for programs", input: nothing, output: z.array(TokenCard) },
  'token.create': {
    summary: 'Make a token for a program: it is shown in this answer and never again',
    recent: true,
    input: CreateToken,
    output: TokenMade,
  },
  'token.revoke': {
    summary: "Revoke one of one's tokens; open sockets of programs with it are closed",
    input: z.object({ tokenId: Id }),
    output: nothing,
  },
  'identity.provider': {
    summary: 'Where people may sign in with their account at work; null where nowhere',
    open: true,
    input: nothing,
    output: z.object({ name: z.string().nullable() }),
  },
  'identity.list': { summary: "One's linked accounts", input: nothing, output: z.array(IdentityCard) },
  'identity.enter': {
    summary: 'The address at the provider where this browser signs in; absent where there is no provider',
    open: true,
    input: nothing,
    output: z.object({ url: z.string() }),
  },
  'identity.link': {
    summary: 'The address at the provider where the account is shown that is to be linked',
    recent: true,
    input: nothing,
    output: z.object({ url: z.string() }),
  },
  'identity.remove': {
    summary: 'Unlink an account: it signs nobody in any more',
    recent: true,
    input: z.object({ identityId: Id }),
    output: nothing,
  },
} satisfies Record<string, Contract>;
