/**
 * Fills an empty hub with the demonstration: everything or, when it is interrupted, nothing. What is loaded follows
 * from the data files and the day alone, so two hubs loaded at the same moment hold the same rows.
 */
import type { Database } from '@hub/database';
import { enrolByRole } from '../channels/channels.fragments.js';
import { daysAgo } from './demonstration.calendar.js';
import { moveOn } from './demonstration.ageing.js';
import { channelRow, channels } from './demonstration.channels.js';
import { conversationTables, parseConversation, speak, type Spoken } from './demonstration.conversations.js';
import { readData, type Data } from './demonstration.data.js';
import { fieldTables, seatTables } from './demonstration.field.js';
import { notificationTables } from './demonstration.notifications.js';
import { membershipRows, personas, type Persona } from './demonstration.people.js';
import { insert, type Row } from './demonstration.rows.js';

/** Any number no other lock of the hub uses. */
const loading = 7_301_965;

/** A reason not to start, in one sentence meant for the operator. */
export class DemonstrationRefusal extends Error {
  override message =
    'This data folder holds a hub of its own, and the demonstration goes only into an empty one: set HUB_DEMONSTRATION=false, or choose another folder with HUB_DATA.';
}

type Tables = [table: string, rows: Row[]][];

export interface Demonstration {
  people: Map<string, Persona>;
  channels: ReturnType<typeof channels>;
  spoken: Spoken[];
  /** In the order in which they may be filled, up to where channels get their members and from there on. */
  tables: { field: Tables; people: Tables; conversations: Tables };
  stamp: object;
}

/**
 * Fills an empty hub with the demonstration of docs/demonstration.md. One that holds it already moves on with the calendar;
 * one that holds anything else is refused.
 */
export async function loadDemonstration(
  database: Database,
  options: { now: Date; progress?: (step: string) => void },
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [loading]);
    const [hub] = await tx.query<{ dated: string | null; empty: boolean }>(state);
    if (hub?.dated) {
      await moveOn(tx, new Date(hub.dated), options.now);
      await tx.query(redated, [options.now.toISOString()]);
      return;
    }
    if (!hub?.empty) throw new DemonstrationRefusal();
    const { tables, stamp } = demonstration(readData(), options.now);
    options.progress?.('Loading the demonstration: networks, partnerships, people and what they wrote.');
    for (const step of ['field', 'people', 'conversations'] as const) {
      for (const [table, rows] of tables[step]) await insert(tx, table, rows);
      if (step === 'people') await tx.query(enrolByRole, [null]);
    }
    await tx.query(`insert into settings (key, value) values ('demonstration', $1::jsonb)`, [JSON.stringify(stamp)]);
  });
}

const state = `
  select (select coalesce(value ->> 'datedBy', value ->> 'loadedAt') from settings where key = 'demonstration') as dated,
    not exists (select from networks) and not exists (select from people) as empty`;

const redated = `update settings set value = value || jsonb_build_object('datedBy', $1::text) where key = 'demonstration'`;

/** All of it as rows, before any database is touched. */
export function demonstration(data: Data, now: Date): Demonstration {
  const people = personas(data, now);
  const rooms = channels(data, now);
  const spoken = data.conversations.flatMap(({ network, file, text }) =>
    speak(network, parseConversation(file, text), { people, channels: rooms, now }),
  );
  const offered = data.signIn.map((key) => personOf(people, key));
  const notices = notificationTables(spoken, offered, now);
  const everybody = [...people.values()];
  const heads = new Map<string, number>();
  for (const { channel } of spoken) heads.set(channel.id, (heads.get(channel.id) ?? 0) + 1);
  return {
    people,
    channels: rooms,
    spoken,
    tables: {
      field: fieldTables(data, now),
      people: [
        ['people', everybody.map(({ id, row }) => ({ ...row, event_seq: notices.eventSeqs.get(id) ?? 0 }))],
        ['memberships', everybody.flatMap(membershipRows)],
        ...seatTables(data, people, now),
        ['channels', [...rooms.values()].map((room) => ({ ...channelRow(room), last_seq: heads.get(room.id) ?? 0 }))],
        ['channel_members', byHand(data, { people, channels: rooms }, now)],
      ],
      conversations: [...conversationTables(spoken), ...notices.tables],
    },
    stamp: { loadedAt: now.toISOString(), people: offered.map(stampOf) },
  };
}

/** An invitation ends with the memberships of whoever had it. */
function byHand(data: Data, known: Pick<Demonstration, 'people' | 'channels'>, now: Date): Row[] {
  const today = daysAgo(now, 0);
  return data.rooms.byHand.flatMap(({ person: key, network, channel: slug }) => {
    const channel = known.channels.get(`${network}/${slug}`);
    if (!channel) throw new Error(`${network} has no channel ${slug}.`);
    const person = personOf(known.people, key);
    const stays = person.memberships.some(({ untilOn }) => untilOn === null || today < untilOn);
    return stays ? [{ channel_id: channel.id, person_id: person.id, origin: 'hand', joined_at: now }] : [];
  });
}

function personOf(people: Map<string, Persona>, key: string): Persona {
  const found = people.get(key);
  if (!found) throw new Error(`Nobody has the key ${key}.`);
  return found;
}

function stampOf({ id: personId, place, memberships: [{ role, network, side }] }: Persona): object {
  return { personId, network, role, side, place };
}
