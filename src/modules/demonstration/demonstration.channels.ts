/** The rooms of every network: the common ones, those of its theme, and the private ones of its people. */
import type { ChannelKind } from '@hub/contracts';
import { directOf } from '../channels/channels.policy.js';
import { commonRooms, roomsOfPartnership, roomsOfTheme } from '../networks/template.policy.js';
import { clockTime, closingDay, monthStart } from './demonstration.calendar.js';
import { isDirect, type Written } from './demonstration.conversations.js';
import type { Data } from './demonstration.data.js';
import type { Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

export interface Channel {
  id: string;
  network: string;
  partnership: string | null;
  kind: ChannelKind;
  slug: string;
  name: string;
  purpose: string;
  sensitive: boolean;
  createdAt: Date;
  archivedAt: string | null;
  /** Whose conversation it is, where it is one of two people: first who began it. */
  between: [Persona, Persona] | null;
}

/** Every channel under `<network>/<slug>`. */
export function channels(data: Data, now: Date): Map<string, Channel> {
  const all = data.networks.flatMap((network) => {
    const rooms = [...commonRooms, ...roomsOfTheme(network.theme.slug)];
    const pairs = data.partnerships.filter((partnership) => partnership.network === network.slug);
    const createdAt = new Date(monthStart(now, network.month, 1));
    const common = { network: network.slug, createdAt, between: null };
    return [
      ...rooms.map((room) => ({ ...common, partnership: null, archivedAt: null, ...room })),
      ...pairs.flatMap((pair) =>
        pairRooms(pair, pair.withdrawn && closingDay(now, network.month, pair.withdrawn.month)).map((room) => ({
          ...common,
          ...room,
        })),
      ),
    ];
  });
  return new Map(
    all.map((channel) => {
      const key = `${channel.network}/${channel.slug}`;
      return [key, { ...channel, id: idOf('channel', key) }];
    }),
  );
}

/** The direct conversations among what was written, under `<network>/<name>` as they are named there. */
export function directChannels(
  network: string,
  written: Written[],
  { people, now }: { people: Map<string, Persona>; now: Date },
): Map<string, Channel> {
  const first = new Map(written.toReversed().map((message) => [message.channel, message]));
  return new Map(
    [...first].flatMap(([name, { where, author, ...at }]) => {
      if (!isDirect(name)) return [];
      const [from, to, ...more] = name
        .replace('direct:', '')
        .split('+')
        .map((key) => people.get(key));
      if (!from || !to || more.length > 0 || from.key !== author)
        throw new Error(`${where}: a direct conversation is named "direct:<person>+<person>", first who began it.`);
      const channel: Channel = {
        ...directOf(idOf('network', network), [from.id, to.id]),
        network,
        partnership: null,
        kind: 'direct',
        name: '',
        purpose: '',
        sensitive: false,
        createdAt: new Date(Math.min(clockTime(now, at.days, at).getTime(), now.getTime())),
        archivedAt: null,
        between: [from, to],
      };
      return [[`${network}/${name}`, channel]];
    }),
  );
}

function pairRooms(pair: Data['partnerships'][number], withdrawnOn: string | undefined) {
  const { slug, name } = pair;
  const steered = pair.source === 'fictional' && !pair.applicant;
  return roomsOfPartnership({ slug, name, steered }).map((room) => ({
    ...room,
    partnership: slug,
    archivedAt: withdrawnOn ?? null,
  }));
}

export function channelRow(channel: Channel): Row {
  const { id, network, partnership, kind, slug, name, purpose, sensitive, between, createdAt, archivedAt } = channel;
  return {
    id,
    network_id: idOf('network', network),
    partnership_id: partnership === null ? null : idOf('partnership', partnership),
    kind,
    slug,
    name,
    purpose,
    sensitive,
    created_by: between?.[0].id ?? null,
    created_at: createdAt,
    archived_at: archivedAt,
    archived_with: archivedAt === null ? null : 'partnership',
  };
}

/** The slug of a channel as a conversation names it: `partnership:granvika-mto-mpya`, `mentors:climate` or a plain slug. */
export function channelSlug(name: string): string {
  return name.startsWith('mentors:') ? 'mentors' : name.replace(/^(partnership|steering):/, '$1-');
}
