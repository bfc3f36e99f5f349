/** The invented people and their memberships. A person's key says which role they have, and where. */
import type { Role, Side } from '@hub/contracts';
import { closingDay, daysAgo, daysFrom, monthStart } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { idOf, type Row } from './demonstration.rows.js';

export interface Membership {
  id: string;
  role: Role;
  network: string | null;
  partnership: string | null;
  side: Side | null;
  fromOn: string;
  /** The first day without the role. */
  untilOn: string | null;
}

export interface Persona {
  key: string;
  id: string;
  name: string;
  firstName: string;
  /** The slug of their local government. */
  at: string | null;
  place: string;
  /** The first is the one their key names. */
  memberships: [Membership, ...Membership[]];
  row: Row;
}

interface Context {
  data: Data;
  now: Date;
}

type Post = Pick<Membership, 'role' | 'network' | 'partnership' | 'side'>;
type Person = Data['people'][number];

const hubRoles: Record<string, Role> = { admin: 'administrator', communications: 'communications_officer' };
const networkRoles: Record<string, Role> = {
  coordinator: 'project_coordinator',
  advisor: 'research_advisor',
  expert: 'expert',
  outside: 'guest_expert',
  mentor: 'mentor',
  guest: 'guest',
};
const teamRoles: Record<string, Role> = {
  coordinator: 'partnership_coordinator',
  manager: 'project_manager',
  official: 'team_member',
  politician: 'politician',
  senior: 'senior_official',
  civil: 'civil_society',
};

/** Everybody by key. */
export function personas(data: Data, now: Date): Map<string, Persona> {
  const all = data.people.map((person) => persona({ data, now }, person));
  const known = new Map(all.map((one) => [one.key, one]));
  if (known.size !== all.length) throw new Error('Two people of the demonstration have the same key.');
  return known;
}

export function personOf(people: Map<string, Persona>, key: string): Persona {
  const found = people.get(key);
  if (!found) throw new Error(`Nobody has the key ${key}.`);
  return found;
}

function persona(context: Context, person: Person): Persona {
  const { places } = context.data;
  const { posts, at } = readKey(context.data, person);
  const [first, ...rest] = posts.map((post) => membership(context, person, post));
  if (!first) throw new Error(`${person.key} has no membership.`);
  const home = [...places.real, ...places.fictional].find(({ slug }) => slug === at);
  if (at !== null && !home) throw new Error(`${person.key} works in ${at}, which is no local government here.`);
  const zone = places.zones[home?.country ?? person.country ?? 'SE'];
  if (zone === undefined) throw new Error(`${person.key} lives in ${person.country}, which has no time zone here.`);
  const id = idOf('person', person.key);
  const since = [first, ...rest].map(({ fromOn }) => fromOn).sort()[0];
  const row = {
    id,
    name: person.name,
    initials: initialsOf(person.name),
    title: person.title,
    email: `${addressOf(person.name)}@example.org`,
    email_visible: person.emailVisible,
    local_government_id: at === null ? null : idOf('local-government', at),
    languages: person.languages,
    time_zone: zone,
    locale: person.locale ?? (person.languages[0] === 'sv' ? 'sv' : 'en'),
    low_data: person.lowData,
    created_at: since,
  };
  const firstName = person.called ?? person.name.split(' ')[0] ?? person.name;
  const place = home?.name ?? person.place ?? 'ICLD';
  return { key: person.key, id, name: person.name, firstName, at, place, memberships: [first, ...rest], row };
}

/** What the key and the fields beside it say: the posts, and the local government that employs. */
function readKey(data: Data, person: Person): { posts: Post[]; at: string | null } {
  const [scope = '', ...rest] = person.key.split('.');
  const also = person.also.map((post) => ({ partnership: null, side: null, ...post }));
  const hubRole = hubRoles[withoutNumber(scope)];
  if (hubRole && rest.length === 0) {
    const where = hubRole === 'administrator' ? [null] : data.networks.map(({ slug }) => slug);
    return { posts: where.map((network) => post(hubRole, network)).concat(also), at: null };
  }
  const networkRole = networkRoles[withoutNumber(rest[0] ?? '')];
  if (networkRole && rest.length === 1 && data.networks.some(({ slug }) => slug === scope)) {
    const tied = { ...post(networkRole, scope), partnership: person.partnership ?? null };
    return { posts: [tied, ...also], at: person.at ?? null };
  }
  const partnership = data.partnerships.find(({ slug }) => slug === scope);
  const side = ({ sv: 'swedish', int: 'international' } as const)[withoutNumber(rest[0] ?? '')];
  const teamRole = teamRoles[withoutNumber(rest[1] ?? '')];
  if (!partnership || !side || !teamRole || rest.length !== 2) throw new Error(`The key ${person.key} names nobody.`);
  const party = partnership[side][Number(/\d$/.exec(rest[0] ?? '')?.[0] ?? 1) - 1];
  if (party === undefined) throw new Error(`${person.key} is on a side that ${scope} does not have.`);
  return { posts: [{ role: teamRole, network: partnership.network, partnership: scope, side }, ...also], at: party };
}

function membership({ data, now }: Context, person: Person, post: Post): Membership {
  const month = data.networks.find(({ slug }) => slug === post.network)?.month ?? longest(data);
  const withdrawn = data.partnerships.find(({ slug }) => slug === post.partnership)?.withdrawn;
  const fromOn = person.joinedDaysAgo === undefined ? monthStart(now, month, 1) : daysAgo(now, person.joinedDaysAgo);
  let untilOn: string | null = null;
  if (withdrawn) untilOn = closingDay(now, month, withdrawn.month);
  else if (person.leftDaysAgo !== undefined) untilOn = daysAgo(now, person.leftDaysAgo);
  else if (person.leaving) untilOn = daysFrom(monthStart(now, 0, 1), 14);
  const id = idOf('membership', [person.key, post.role, post.network, post.partnership].join('/'));
  return { ...post, id, fromOn, untilOn };
}

const post = (role: Role, network: string | null): Post => ({ role, network, partnership: null, side: null });
const withoutNumber = (word: string) => word.replace(/\d+$/, '');
const longest = (data: Data) => Math.max(...data.networks.map(({ month }) => month));

export function membershipRows({ id: personId, memberships }: Persona): Row[] {
  return memberships.map(({ id, role, network, partnership, side, fromOn, untilOn }) => ({
    id,
    person_id: personId,
    role,
    network_id: network === null ? null : idOf('network', network),
    partnership_id: partnership === null ? null : idOf('partnership', partnership),
    side,
    from_on: fromOn,
    until_on: untilOn,
  }));
}

function initialsOf(name: string): string {
  const words = name.split(' ');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
}

/** Plain ASCII, e.g. `asa.nyhlen`. */
function addressOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return plain
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.');
}
