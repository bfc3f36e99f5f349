/** Routes about how one proves who one is, and where one is signed in. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Id } from './model.js';
import { SessionCard } from './security.js';

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
    input: z.object({ personId: Id }),
    output: z.array(SessionCard),
  },
  'person.endSession': {
    summary: "End one of a person's sessions; for administrators",
    input: z.object({ personId: Id, sessionId: Id }),
    output: nothing,
  },
  'person.endSessions': {
    summary: "End all of a person's sessions; for administrators",
    input: z.object({ personId: Id }),
    output: nothing,
  },
} satisfies Record<string, Contract>;
