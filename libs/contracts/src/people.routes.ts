/** Routes about who somebody is: their session, their profile, their way in. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Id } from './model.js';
import { DemonstrationPerson, Profile, ProfileChange, SessionState } from './people.js';

export const peopleRoutes = {
  'session.read': { summary: 'Who is signed in here', open: true, input: nothing, output: SessionState },
  'session.end': { summary: 'Sign out; open sockets of the session are closed', input: nothing, output: nothing },
  'demonstration.people': {
    summary: 'The people a visitor of the demonstration may be; absent outside the demonstration',
    open: true,
    input: nothing,
    output: z.array(DemonstrationPerson),
  },
  'demonstration.enter': {
    summary: 'Sign in as one of them',
    open: true,
    input: z.object({ personId: Id }),
    output: SessionState,
  },
  'profile.read': { summary: "One's own profile", input: nothing, output: Profile },
  'profile.change': { summary: "Change one's own profile", input: ProfileChange, output: Profile },
} satisfies Record<string, Contract>;
