/** The places in channels that do not follow from roles alone: asked in by hand, one of two, left again, muted. */
import { daysAgo } from './demonstration.calendar.js';
import type { Channel } from './demonstration.channels.js';
import type { Data } from './demonstration.data.js';
import type { Happening } from './demonstration.happenings.js';
import { headsOf } from './demonstration.messages.js';
import { personOf, type Persona } from './demonstration.people.js';
import type { Row } from './demonstration.rows.js';

interface Known {
  people: Map<string, Persona>;
  channels: Map<string, Channel>;
  happenings: Happening[];
  now: Date;
}

interface Given {
  channel: Channel;
  person: Persona;
  origin: 'role' | 'hand';
  leftAt?: Date;
}

/** Everything said so far counts as read. */
export function placeRows(data: Data, known: Known): Row[] {
  const heads = headsOf(known.happenings);
  const all: Given[] = [
    ...byHand(data, known),
    ...[...known.channels.values()].flatMap((channel) =>
      (channel.between ?? []).map((person) => ({ channel, person, origin: 'hand' as const })),
    ),
    ...known.happenings.flatMap(({ kind, by: person, at: leftAt, message: { channel } }) =>
      kind === 'left' ? [{ channel, person, origin: 'role' as const, leftAt }] : [],
    ),
  ];
  return all.map(({ channel, person, origin, leftAt }) => ({
    channel_id: channel.id,
    person_id: person.id,
    origin,
    joined_at: channel.createdAt,
    left_at: leftAt ?? null,
    left_how: leftAt ? 'self' : null,
    read_from_seq: heads.get(channel) ?? 0,
  }));
}

/** An invitation ends with the memberships of whoever had it. */
function byHand(data: Data, { people, channels, now }: Known): Given[] {
  const today = daysAgo(now, 0);
  return data.byHand.flatMap(({ person: key, network, channel: slug }): Given[] => {
    const channel = channels.get(`${network}/${slug}`);
    if (!channel) throw new Error(`${network} has no channel ${slug}.`);
    const person = personOf(people, key);
    const stays = person.memberships.some(({ untilOn }) => untilOn === null || today < untilOn);
    return stays ? [{ channel, person, origin: 'hand' }] : [];
  });
}

export function mutedPlaces(happenings: Happening[]): Row[] {
  return happenings.flatMap(({ kind, by, at, message }) =>
    kind === 'muted' ? [{ channelId: message.channel.id, personId: by.id, at }] : [],
  );
}
