/** A network, one of its partnerships, and those who look after people in them, for the tests of administration. */
import { caller, type Call } from '@hub/client';
import type { Role, Side } from '@hub/contracts';
import { hub, membership, network, partnership, person, type Place, type SignedIn } from '@hub/testing';

export interface Someone extends SignedIn {
  call: Call;
}

export type AdministrationField = Awaited<ReturnType<typeof administrationField>>;

export async function administrationField() {
  const here = await hub();
  const networkId = await network(here.database);
  const otherId = await network(here.database, 'equality');
  const pairId = await partnership(here.database, networkId);

  async function somebody(name: string, role: Role, place: Place): Promise<Someone> {
    const personId = await person(here.database, name);
    await membership(here.database, personId, role, place);
    const signedIn = await here.signIn(personId);
    return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
  }

  const people = {
    administrator: await somebody('Astrid Berg', 'administrator', {}),
    coordinator: await somebody('Sigrid Holm', 'project_coordinator', { networkId }),
    swedish: await somebody('Lars Ek', 'partnership_coordinator', {
      networkId,
      partnershipId: pairId,
      side: 'swedish',
    }),
  };
  const [row] = await here.database.query<{ today: string }>('select current_date::text as today');
  const today = row?.today ?? '';

  const day = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const inNetwork = (personId: string, role: Role) => ({ personId, role, networkId, fromOn: today, lastOn: null });
  const inPair = (personId: string, role: Role, side: Side = 'swedish') => ({
    ...inNetwork(personId, role),
    partnershipId: pairId,
    side,
  });
  return { here, networkId, otherId, pairId, ...people, somebody, today, day, inNetwork, inPair };
}

export const termsOf = async (who: Someone, personId: string) => (await who.call('person.read', { personId })).terms;

export const trail = (
  who: Someone,
  query: { subjectId?: string; action?: string; words?: string; networkSlug?: string } = {},
) => who.call('audit.list', query);
