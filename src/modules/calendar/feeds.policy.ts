/** What a calendar feed tells, by what its owner may see today. Pure. */
import { gives, type FeedScope } from '@hub/contracts';
import { isAdministrator, networksSeen, seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';

/** Ids of networks and partnerships. */
export interface Reach {
  /** The milestones of these networks themselves. */
  networks: string[];
  /** What every partnership of these networks has to do. */
  milestonesOf: string[];
  /** Every visit in these networks. */
  visitsOf: string[];
  /** The milestones and visits of these partnerships. */
  partnerships: string[];
}

export interface FeedSubject {
  scope: FeedScope;
  /** Of a partnership, the network it is in; null for what is personal. */
  networkId: string | null;
  partnershipId: string | null;
}

const nothing: Reach = { networks: [], milestonesOf: [], visitsOf: [], partnerships: [] };

/** Undefined where it is closed to its owner. `all`: every network, for whoever sees them all. */
export function reachOf(actor: Actor, feed: FeedSubject, all: string[]): Reach | undefined {
  const { scope, networkId, partnershipId } = feed;
  if (scope === 'personal') return actor.memberships.length === 0 ? undefined : personal(actor, all);
  if (networkId === null || !seesNetwork(actor, networkId)) return undefined;
  const works = worksInNetwork(actor, networkId);
  const whole = works ? [networkId] : [];
  if (scope === 'network') return { ...nothing, networks: [networkId], milestonesOf: whole, visitsOf: whole };
  return works && partnershipId !== null ? { ...nothing, partnerships: [partnershipId] } : undefined;
}

/** Whoever works in a partnership hears of its own dates; whoever works for a whole network, of all its visits. */
function personal(actor: Actor, all: string[]): Reach {
  if (isAdministrator(actor)) return { ...nothing, networks: all, visitsOf: all, partnerships: partnershipsOf(actor) };
  const forAll = actor.memberships.filter(({ role, partnershipId }) => partnershipId === null && gives(role, 'people'));
  return {
    ...nothing,
    networks: networksSeen(actor),
    visitsOf: forAll.flatMap(({ networkId }) => networkId ?? []),
    partnerships: partnershipsOf(actor),
  };
}

const partnershipsOf = ({ memberships }: Actor) => memberships.flatMap(({ partnershipId }) => partnershipId ?? []);
