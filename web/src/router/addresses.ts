/** The address of every page: a `$name` stands for one part of its path, and each says what it understands of a search. */

type Search = Record<string, string | number | undefined>;

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nothing = (): Record<string, undefined> => ({});
/** These, as they are written: the page or the hub says what they mean, and takes no notice of others. */
const words =
  <Name extends string>() =>
  (search: URLSearchParams) =>
    Object.fromEntries(search) as Partial<Record<Name, string>>;

/** How a timeline is looked at. */
const look = words<'view' | 'axis' | 'zoom' | 'bands' | 'kind' | 'state' | 'country' | 'goal'>();

export const addresses = {
  '/': nothing,
  '/unread': nothing,
  '/n/$networkSlug': (search: URLSearchParams): { find?: 'channels' } =>
    search.get('find') === 'channels' ? { find: 'channels' } : {},
  '/n/$networkSlug/people': words<'words' | 'country' | 'role'>(),
  '/n/$networkSlug/invitations': nothing,
  '/n/$networkSlug/invitations/new': nothing,
  '/n/$networkSlug/invitations/many': nothing,
  '/admin/invitations': nothing,
  '/admin/invitations/new': nothing,
  '/admin/letters': nothing,
  '/admin/jobs': nothing,
  '/demo/mailbox': nothing,
  '/n/$networkSlug/channels/new': nothing,
  '/n/$networkSlug/reports': nothing,
  '/n/$networkSlug/write/$personId': nothing,
  '/n/$networkSlug/c/$channelId': nothing,
  '/n/$networkSlug/c/$channelId/change': nothing,
  '/n/$networkSlug/c/$channelId/people': nothing,
  /** A message by its id; older links have its seq. */
  '/t/$topicId': (search: URLSearchParams): { m?: string | number } => {
    const m = search.get('m') ?? '';
    if (isId.test(m)) return { m };
    const seq = Number(m);
    return Number.isInteger(seq) && seq > 0 ? { m: seq } : {};
  },
  '/p/$partnershipSlug': nothing,
  '/m/$milestoneId': nothing,
  '/timeline': look,
  '/n/$networkSlug/timeline': look,
  '/n/$networkSlug/board': look,
  '/n/$networkSlug/plan/new': nothing,
  '/p/$partnershipSlug/visits/new': nothing,
  '/v/$visitId': nothing,
  '/v/$visitId/change': nothing,
  '/networks/new': nothing,
  '/n/$networkSlug/settings': nothing,
  '/n/$networkSlug/partnerships/new': nothing,
  '/p/$partnershipSlug/settings': nothing,
  '/inbox': (search: URLSearchParams): { box?: 'later' | 'done' } => {
    const box = search.get('box');
    return box === 'later' || box === 'done' ? { box } : {};
  },
  '/settings': nothing,
  /** What became of linking an account at the provider. */
  '/settings/sign-in': (search: URLSearchParams): { provider?: 'linked' | 'taken' | 'failed' } => {
    const provider = search.get('provider');
    return provider === 'linked' || provider === 'taken' || provider === 'failed' ? { provider } : {};
  },
  '/settings/sign-in/token': nothing,
  '/people/$personId/sessions': nothing,
  '/roles': nothing,
  '/admin': nothing,
  '/admin/networks': nothing,
  '/admin/people': words<'words' | 'network' | 'role' | 'weeks' | 'standing'>(),
  '/admin/people/$personId': nothing,
  '/admin/people/$personId/give': nothing,
  '/admin/people/$personId/account': nothing,
  '/admin/people/$personId/roles/$membershipId': nothing,
  '/admin/audit': words<'words' | 'network' | 'action' | 'by' | 'about' | 'from' | 'last'>(),
  '/accessibility': nothing,
  '/privacy': nothing,
  '/help': nothing,
  '/settings/my-data': nothing,
  '/admin/requests': nothing,
  /** Which partnership a feed is wanted of. */
  '/settings/calendars': words<'partnership'>(),
  '/bands': nothing,
  '/settings/notifications': nothing,
  '/n/$networkSlug/notifications': nothing,
  '/n/$networkSlug/c/$channelId/mail': nothing,
  '/n/$networkSlug/broadcasts': nothing,
  '/n/$networkSlug/broadcasts/new': nothing,
  '/n/$networkSlug/reach': nothing,
  '/b/$broadcastId': nothing,
  '/b/$broadcastId/change': words<'step'>(),
  '/b/$broadcastId/reach': nothing,
  '/questions': nothing,
  /** With a message: which of them it answers. */
  '/n/$networkSlug/questions': words<'state' | 'tag' | 'partnership' | 'words' | 'message' | 'topic'>(),
  '/n/$networkSlug/questions/ask': words<'message' | 'topic'>(),
  '/n/$networkSlug/questions/queue': nothing,
  '/n/$networkSlug/questions/rules': nothing,
  '/q/$questionId': words<'do' | 'message' | 'topic'>(),
  '/settings/away': nothing,
  '/knowledge': words<'theme' | 'tag' | 'words'>(),
  '/k/$number': (search: URLSearchParams): { version?: number } => {
    const version = Number(search.get('version') ?? '');
    return Number.isInteger(version) && version > 0 ? { version } : {};
  },
  '/k/$number/change': nothing,
  '/answers/$answerId/note': nothing,
} satisfies Record<string, (search: URLSearchParams) => Search>;

export type Address = keyof typeof addresses;
export type SearchOf<A extends Address> = ReturnType<(typeof addresses)[A]>;
export type ParamsOf<A extends Address> = Record<Names<A>, string>;

type Names<Path extends string> = Path extends `${string}$${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | Names<After>
    : Rest
  : never;

/** Where a link leads. */
export type Target<A extends Address> = { to: A; search?: SearchOf<A> } & ([Names<A>] extends [never]
  ? { params?: undefined }
  : { params: ParamsOf<A> });

/** The page that a location is of; no address where there is none. */
export interface Match {
  address: Address | undefined;
  params: Partial<Record<string, string>>;
  search: Search;
}

export function hrefOf<A extends Address>({ to, params, search }: Target<A>): string {
  const values: Partial<Record<string, string>> = params ?? {};
  const path = to.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const said = Object.entries<string | number | undefined>(search ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
}

const patterns = (Object.keys(addresses) as Address[]).map((address) => ({
  address,
  pattern: new RegExp(`^${address.replace(/\$(\w+)/g, '(?<$1>[^/]+)')}/?$`),
}));

export function matchOf(path: string, search: string): Match {
  for (const { address, pattern } of patterns) {
    const found = pattern.exec(path);
    if (!found) continue;
    const params = Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)]),
    );
    return { address, params, search: addresses[address](new URLSearchParams(search)) };
  }
  return { address: undefined, params: {}, search: {} };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
