/** The rooms of every network: the common ones, those of its theme, and the private ones of its people. */
import type { ChannelKind } from '@hub/contracts';
import { closingDay } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { idOf, type Row } from './demonstration.rows.js';

export interface Channel {
  id: string;
  network: string;
  partnership: string | null;
  kind: ChannelKind;
  slug: string;
  name: string;
  purpose: string;
  archivedAt: string | null;
}

/** Every channel under `<network>/<slug>`. */
export function channels(data: Data, now: Date): Map<string, Channel> {
  const all = data.networks.flatMap((network) => {
    const rooms = [...data.rooms.common, ...(data.rooms.thematic[network.slug] ?? []), mentors];
    const pairs = data.partnerships.filter((partnership) => partnership.network === network.slug);
    return [
      ...rooms.map((room) => ({ network: network.slug, partnership: null, archivedAt: null, ...room })),
      ...pairs.flatMap((pair) =>
        pairRooms(pair, pair.withdrawn && closingDay(now, network.month, pair.withdrawn.month)),
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

const mentors = {
  slug: 'mentors',
  kind: 'mentor_team',
  name: 'Mentors',
  purpose: 'Mentors, and the coordinators and project managers they coach, think aloud.',
} as const;

function pairRooms(pair: Data['partnerships'][number], withdrawnOn: string | undefined): Omit<Channel, 'id'>[] {
  const common = { network: pair.network, partnership: pair.slug, archivedAt: withdrawnOn ?? null };
  const room = {
    ...common,
    kind: 'partnership' as const,
    slug: `partnership-${pair.slug}`,
    name: pair.name,
    purpose: 'Daily work between the partners. Only the people of the partnership read it.',
  };
  if (pair.source === 'real' || pair.applicant) return [room];
  const steering = {
    ...common,
    kind: 'steering_group' as const,
    slug: `steering-${pair.slug}`,
    name: `Steering group ${pair.name}`,
    purpose: 'Agendas, papers and decisions of the steering group, the same for every mandate.',
  };
  return [room, steering];
}

export function channelRow({ id, network, partnership, kind, slug, name, purpose, archivedAt }: Channel): Row {
  return {
    id,
    network_id: idOf('network', network),
    partnership_id: partnership === null ? null : idOf('partnership', partnership),
    kind,
    slug,
    name,
    purpose,
    archived_at: archivedAt,
  };
}

/** The slug of a channel as a conversation names it: `partnership:granvika-mto-mpya`, `mentors:climate` or a plain slug. */
export function channelSlug(name: string): string {
  return name.startsWith('mentors:') ? mentors.slug : name.replace(/^(partnership|steering):/, '$1-');
}
