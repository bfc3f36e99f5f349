/** Broadcasts of the demonstration: sent, corrected or scheduled, with who acknowledged them and who is missing still. */
import type { Audience } from '@hub/contracts';
import { workingRoles } from '../broadcasts/broadcasts.policy.js';
import { reminderTimes } from '../broadcasts/reminders.policy.js';
import { chance, clockTime, daysAgo, timeAgo } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { personOf, type Membership, type Persona } from './demonstration.people.js';
import type { Reader } from './demonstration.reading.js';
import { idOf, type Row } from './demonstration.rows.js';

interface Context {
  data: Data;
  people: Map<string, Persona>;
  readers: readonly Reader[];
  now: Date;
}

/** What a recipient was told of it, and what they did about it. */
export interface Update {
  broadcastId: string;
  person: Persona;
  version: number;
  askedAt: Date;
  acknowledgedAt: Date | null;
  by: 'hub' | 'mail';
  reminders: Date[];
  stood: Membership[];
}

type Broadcast = Data['broadcasts'][number];

const hourMs = 3_600_000;
/** Of a hundred so many acknowledge, most of them on the first two days. */
const acknowledging = 82;

export function broadcastTables(context: Context): { tables: [table: string, rows: Row[]][]; updates: Update[] } {
  const { data, now } = context;
  const updates = data.broadcasts.flatMap((one) => updatesOf(one, context));
  const versions = data.broadcasts.flatMap((one) =>
    one.versions.map((version, index) => ({ one, version, number: index + 1, at: timeAgo(now, version.at ?? one.at) })),
  );
  return {
    updates,
    tables: [
      ['broadcasts', data.broadcasts.map((one) => broadcastRow(one, context))],
      ['broadcast_networks', data.broadcasts.flatMap((one) => audienceOf(one).networkIds.map(networkRow(one)))],
      [
        'broadcast_versions',
        versions.map(({ one, version: { note, again }, number, at }) => ({
          broadcast_id: idOfBroadcast(one),
          version: number,
          author_id: personOf(context.people, one.author).id,
          note,
          again,
          at,
        })),
      ],
      [
        'broadcast_texts',
        versions.flatMap(({ one, version, number }) =>
          version.texts.map((text, position) => ({
            broadcast_id: idOfBroadcast(one),
            version: number,
            position,
            ...text,
          })),
        ),
      ],
      ['broadcast_recipients', updates.map(recipientRow)],
      ['broadcast_sides', updates.flatMap(sideRows)],
    ],
  };
}

const idOfBroadcast = ({ key }: Broadcast) => idOf('broadcast', key);
const networkRow = (one: Broadcast) => (networkId: string) => ({
  broadcast_id: idOfBroadcast(one),
  network_id: networkId,
});

function audienceOf({ networks, roles }: Broadcast): Audience {
  return { networkIds: networks.map((slug) => idOf('network', slug)), partnershipIds: [], sides: [], roles };
}

function acknowledgeBy({ acknowledgeInDays }: Broadcast, askedAt: Date): string | null {
  return acknowledgeInDays === null ? null : daysAgo(askedAt, -acknowledgeInDays);
}

function broadcastRow(one: Broadcast, { people, now }: Context): Row {
  const at = timeAgo(now, one.at);
  const { scheduled } = one;
  const [hour = 0, minute = 0] = (scheduled?.time ?? '').split(':').map(Number);
  const last = one.versions.at(-1)?.at ?? one.at;
  return {
    id: idOfBroadcast(one),
    author_id: personOf(people, one.author).id,
    audience: audienceOf(one),
    status: scheduled ? 'scheduled' : 'sent',
    version: one.versions.length,
    acknowledge: true,
    acknowledge_by: acknowledgeBy(one, at),
    scheduled_for: scheduled ? clockTime(now, -scheduled.inDays, { hour, minute }) : null,
    scheduled_zone: scheduled?.zone ?? null,
    sent_at: scheduled ? null : at,
    created_at: new Date(at.getTime() - hourMs),
    changed_at: timeAgo(now, last),
  };
}

/** Whom it reached on its day, and what each did about the version that asks last. */
function updatesOf(one: Broadcast, context: Context): Update[] {
  if (one.scheduled) return [];
  const sentAt = timeAgo(context.now, one.at);
  const asking = one.versions.findLastIndex(({ again }, index) => index === 0 || again);
  const askedAt = timeAgo(context.now, one.versions[asking]?.at ?? one.at);
  return [...context.people.values()].flatMap((person) => {
    const stood = person.memberships.filter((membership) => isMeant(one, membership, sentAt));
    if (stood.length === 0 || person.key === one.author) return [];
    const answer = answerOf(one, { person, stood, askedAt }, context);
    const until = answer.acknowledgedAt ?? context.now;
    const reminders = reminderTimes(askedAt, acknowledgeBy(one, sentAt)).filter((time) => time <= until);
    return [{ broadcastId: idOfBroadcast(one), person, version: asking + 1, askedAt, ...answer, reminders, stood }];
  });
}

function isMeant({ networks, roles }: Broadcast, { network, role, fromOn, untilOn }: Membership, at: Date): boolean {
  const day = daysAgo(at, 0);
  const asked = roles.length === 0 ? workingRoles : roles;
  const meant = network !== null && networks.includes(network) && asked.includes(role);
  return meant && fromOn <= day && (untilOn === null || day < untilOn);
}

/** Real pairs answer soon, and whoever was not here since is asked for it. */
function answerOf(
  { key, silent }: Broadcast,
  { person, stood, askedAt }: Pick<Update, 'person' | 'stood' | 'askedAt'>,
  { data, readers, now }: Context,
): Pick<Update, 'acknowledgedAt' | 'by'> {
  const drawn = chance(`${key}/${person.key}`);
  const isReal = data.partnerships.some(
    ({ slug, source }) => source === 'real' && stood.some(({ partnership }) => partnership === slug),
  );
  const by = drawn % 3 === 0 ? 'mail' : 'hub';
  const hours = isReal ? 1 + (drawn % 30) : [5, 20, 44, 70][drawn % 4]! + (drawn % 7);
  const at = new Date(askedAt.getTime() + hours * hourMs + (drawn % 60) * 60_000);
  const reader = readers.find((one) => one.person === person);
  const gives = !silent.some((start) => person.key.startsWith(`${start}.`)) && (isReal || drawn % 100 < acknowledging);
  return { acknowledgedAt: gives && at < (reader?.lastHere ?? now) ? at : null, by };
}

function recipientRow({ broadcastId, person, version, acknowledgedAt, by, reminders }: Update): Row {
  return {
    broadcast_id: broadcastId,
    person_id: person.id,
    acknowledged_at: acknowledgedAt,
    acknowledged_version: acknowledgedAt ? version : null,
    acknowledged_by: acknowledgedAt ? by : null,
    reminders: reminders.length,
    reminded_at: reminders.at(-1) ?? null,
  };
}

function sideRows({ broadcastId, person, stood }: Update): Row[] {
  return stood.flatMap(({ partnership, side }) =>
    partnership === null || side === null
      ? []
      : [{ broadcast_id: broadcastId, partnership_id: idOf('partnership', partnership), side, person_id: person.id }],
  );
}
