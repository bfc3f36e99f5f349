/**
 * Who is signed in on this page, and with them the language, zone and colours it is shown in. Kept outside of React and
 * free of the live connection, so that the sign-in page needs neither.
 */
import { caller } from '@hub/client/call';
import type { Profile, SessionState, Since } from '@hub/contracts';
import { useSyncExternalStore } from 'react';
import { firstAnswer, forgetFirstAnswers } from '../../first-answers';
import { activate, currentLocale, preferredLocale } from '../../i18n';
import { keepLocale, keptLocale } from './visitor-locale';
import { showTheme } from './theme';

export type Session =
  | { state: 'reading' }
  | { state: 'failed'; error: unknown }
  | { state: 'out'; demonstration: boolean; letters: boolean; ended: boolean }
  | { state: 'in'; demonstration: boolean; letters: boolean; person: Profile; since: Since | null };

const call = caller({ origin: '', known: firstAnswer });
const listeners = new Set<() => void>();
let session: Session = { state: 'reading' };

/** Asks the hub who this is. The language is that of the person, else of the device. */
export async function readSession(): Promise<Session> {
  try {
    await take(await call('session.read', {}));
  } catch (error) {
    await activate(preferredLocale()).catch(() => undefined);
    change({ state: 'failed', error });
  }
  return session;
}

/**
 * Signs in as one of the demonstration's people. Rejects with the hub's `Failure`. A visitor goes on reading in the
 * language they read before, whatever that person's is.
 */
export async function enter(personId: string): Promise<void> {
  await entered(await call('demonstration.enter', { personId }));
}

/** Where a letter leads: open to whoever holds it, whoever is signed in here. */
export const isEntrance = (path: string): boolean => /^\/(enter$|invitation$|acknowledge\/|unsubscribe\/)/.test(path);

/** Whoever proved who they are is in: where they wanted to go, or, by the link of a letter, on the start page. */
export async function entered(state: SessionState): Promise<void> {
  forgetFirstAnswers();
  keepLocale(currentLocale());
  if (isEntrance(location.pathname)) history.replaceState(null, '', '/');
  await take(state);
}

/** Signs out here and at the hub; where the hub cannot be reached the page stays signed in. */
export async function leave(): Promise<void> {
  await call('session.end', {});
  if (session.state !== 'in') return;
  const { demonstration, letters } = session;
  showTheme('system');
  change({ state: 'out', demonstration, letters, ended: false });
}

/**
 * The connection was refused: asks whether the session is over, and says so on the sign-in page. Where somebody else has
 * signed in on another page, this one becomes theirs too.
 */
export async function sessionEnded(): Promise<void> {
  if (session.state !== 'in') return;
  const answer = await call('session.read', {}).catch(() => undefined);
  if (answer === undefined || answer.person?.id === session.person.id) return;
  if (answer.person) return take(answer);
  showTheme('system');
  change({ ...answer, state: 'out', ended: true });
}

/** The reader's own profile after a change of it. */
export async function profileChanged(person: Profile): Promise<void> {
  keepLocale(person.locale);
  if (session.state === 'in') await take({ ...session, person });
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

/** The person signed in; for components inside the app, which is only shown to one. */
export function useProfile(): Profile {
  const current = useSession();
  if (current.state !== 'in') throw new Error('useProfile needs somebody signed in.');
  return current.person;
}

/** Where events ended before anything was loaded. */
export function useSince(): Since | null {
  const current = useSession();
  return current.state === 'in' ? current.since : null;
}

async function take({ person, since, demonstration, letters }: SessionState): Promise<void> {
  showTheme(person?.theme ?? 'system');
  const kept = demonstration ? keptLocale() : undefined;
  await activate(kept ?? person?.locale ?? preferredLocale(), person?.timeZone);
  const hub = { demonstration, letters };
  change(person ? { state: 'in', ...hub, person, since } : { state: 'out', ...hub, ended: false });
}

function change(to: Session): void {
  session = to;
  if (to.state !== 'in') forgetFirstAnswers();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
