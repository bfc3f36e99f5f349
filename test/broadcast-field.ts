/** A network with two partnerships and their people, for the tests of broadcasts. */
import { caller, type Call } from '@hub/client';
import type { Audience, BroadcastDraft, Input, Role } from '@hub/contracts';
import { membership, network, partnership, person, type Place, type SignedIn, type TestHub } from '@hub/testing';
import { v7 as uuidv7 } from 'uuid';
import { RoundsService } from '../src/modules/broadcasts/rounds.service.js';

export interface Someone extends SignedIn {
  call: Call;
}

export type Field = Awaited<ReturnType<typeof field>>;

export async function somebody(here: TestHub, name: string, role: Role, place: Place = {}): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, place);
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

export async function field(here: TestHub, slug = 'climate') {
  const networkId = await network(here.database, slug);
  const pairs = {
    granvika: await partnership(here.database, networkId, `${slug}-granvika-mto-mpya`),
    norrvika: await partnership(here.database, networkId, `${slug}-norrvika-lukanda`),
  };
  const on = (pair: keyof typeof pairs, side: 'swedish' | 'international') =>
    ({ networkId, partnershipId: pairs[pair], side }) as const;
  const people = {
    coordinator: await somebody(here, 'Sigrid Holm', 'project_coordinator', { networkId }),
    expert: await somebody(here, 'Erik Alm', 'expert', { networkId }),
    guest: await somebody(here, 'Gun Ask', 'guest', { networkId }),
    asa: await somebody(here, 'Åsa Lind', 'partnership_coordinator', on('granvika', 'swedish')),
    majority: await somebody(here, 'Maj Ek', 'politician', on('granvika', 'swedish')),
    opposition: await somebody(here, 'Olle Ek', 'politician', on('granvika', 'swedish')),
    juma: await somebody(here, 'Juma Ali', 'partnership_coordinator', on('granvika', 'international')),
    nina: await somebody(here, 'Nina Dal', 'project_manager', on('norrvika', 'swedish')),
    joseph: await somebody(here, 'Joseph Banda', 'project_manager', on('norrvika', 'international')),
  };
  return { networkId, slug, pairs, ...people };
}

export const all = (networkId: string, more: Partial<Audience> = {}): Audience => ({
  networkIds: [networkId],
  partnershipIds: [],
  sides: [],
  roles: [],
  ...more,
});

export function draftOf(networkId: string, more: Partial<BroadcastDraft> = {}): BroadcastDraft {
  return {
    audience: all(networkId),
    texts: [{ language: 'en', title: 'Two open hours this week', body: 'Come by with **your** plans.' }],
    acknowledge: true,
    acknowledgeBy: null,
    ...more,
  };
}

export async function drafted(who: Someone, networkId: string, more: Partial<BroadcastDraft> = {}): Promise<string> {
  const id = uuidv7();
  await who.call('broadcast.draft', { id, ...draftOf(networkId, more) });
  return id;
}

export async function sent(who: Someone, networkId: string, more: Partial<BroadcastDraft> = {}): Promise<string> {
  const broadcastId = await drafted(who, networkId, more);
  await who.call('broadcast.send', { broadcastId, at: null });
  return broadcastId;
}

export const correction = (broadcastId: string, version: number, again: boolean): Input<'broadcast.correct'> => ({
  broadcastId,
  version,
  texts: [{ language: 'en', title: 'Two open hours next week', body: 'Come by with **your** plans.' }],
  note: 'The week was wrong.',
  again,
});

export const acknowledge = (who: Someone, broadcastId: string, version = 1) =>
  who.call('broadcast.acknowledge', { broadcastId, version });

export const reach = ({ coordinator }: Field, broadcastId: string) =>
  coordinator.call('broadcast.reach', { broadcastId });

export const statusOf = async ({ coordinator }: Field, broadcastId: string) =>
  (await coordinator.call('broadcast.read', { broadcastId })).status;

/** A worker's round: what is scheduled for now is sent, and who is to be reminded is. */
export const look = (node: TestHub) => node.app.nest.get(RoundsService).look();

export const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

/** Whom the hub told of it, by the kind of the notification. */
export async function toldOf(here: TestHub, broadcastId: string, kind = 'broadcast'): Promise<string[]> {
  const rows = await here.database.query<{ personId: string }>(
    'select person_id as "personId" from notifications where broadcast_id = $1 and kind = $2',
    [broadcastId, kind],
  );
  return rows.map(({ personId }) => personId);
}
