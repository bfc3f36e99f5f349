/**
 * Fills an empty hub with the demonstration: everything or, when it is interrupted, nothing. What is loaded follows
 * from the data files and the day alone, so two hubs loaded at the same moment hold the same rows.
 */
import type { Database, Transaction } from '@hub/database';
import { enrolByRole } from '../channels/channels.fragments.js';
import { moveOn } from './demonstration.ageing.js';
import { questionNoticeTables } from './demonstration.answering.js';
import { updateTables } from './demonstration.asking.js';
import { bandRows, renewBands } from './demonstration.bands.js';
import { broadcastTables, type Update } from './demonstration.broadcasts.js';
import { timeAgo } from './demonstration.calendar.js';
import { channelRow, channels, directChannels, type Channel } from './demonstration.channels.js';
import { choiceTables } from './demonstration.choices.js';
import { parseConversation } from './demonstration.conversations.js';
import { readData, type Data } from './demonstration.data.js';
import { fieldTables, seatTables } from './demonstration.field.js';
import { happeningsOf, type Happening } from './demonstration.happenings.js';
import { invitationTables } from './demonstration.invitations.js';
import { conversationTables, headsOf } from './demonstration.messages.js';
import { milestoneTables } from './demonstration.milestones.js';
import { notificationTables } from './demonstration.notifications.js';
import { membershipRows, personas, personOf, type Persona } from './demonstration.people.js';
import { mutedPlaces, placeRows } from './demonstration.places.js';
import { questionTables } from './demonstration.question-rows.js';
import { asked, type Asked } from './demonstration.questions.js';
import {
  dateJoining,
  eventsEnd,
  muteSince,
  placesOf,
  readFromThere,
  redated,
  stamp,
  state,
  toldSoFar,
} from './demonstration.queries.js';
import { markerRows, readFrom, readingOf, type Place, type Reader } from './demonstration.reading.js';
import { insert, type Row } from './demonstration.rows.js';
import { visitTables } from './demonstration.visits.js';

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
  channels: Map<string, Channel>;
  happenings: Happening[];
  readers: Reader[];
  updates: Update[];
  questions: Asked[];
  now: Date;
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
      await renewBands(tx, readData(), options.now);
      await tx.query(redated, [options.now.toISOString()]);
      await tx.query(toldSoFar);
      return;
    }
    if (!hub?.empty) throw new DemonstrationRefusal();
    const made = demonstration(readData(), options.now);
    options.progress?.('Loading the demonstration: networks, partnerships, people and what they wrote.');
    await fill(tx, made.tables.field);
    await fill(tx, made.tables.people);
    await tx.query(enrolByRole, [null]);
    await tx.query(dateJoining);
    await fill(tx, made.tables.conversations);
    await fillReading(tx, made);
    await tx.query(toldSoFar);
    await tx.query(stamp, [JSON.stringify(made.stamp)]);
  });
}

async function fill(tx: Transaction, tables: Tables): Promise<void> {
  for (const [table, rows] of tables) await insert(tx, table, rows);
}

/** What only some people have: it follows from which channels their roles opened. */
async function fillReading(
  tx: Transaction,
  { happenings, readers, updates, questions, now }: Demonstration,
): Promise<void> {
  const places = await tx.query<Place>(placesOf, [readers.map(({ person }) => person.id)]);
  const readings = readers.map((reader) => readingOf(reader, happenings, places));
  const { tables, eventSeqs } = notificationTables(happenings, readings, { updates, questions, now });
  await fill(tx, [
    ['read_markers', readings.flatMap(markerRows)],
    ...tables,
    ...updateTables(readers, updates),
    ...questionNoticeTables(readers, questions, now),
  ]);
  await tx.query(eventsEnd, [JSON.stringify(eventSeqs)]);
  await tx.query(readFromThere, [JSON.stringify(readings.flatMap((reading) => readFrom(reading, happenings)))]);
  await tx.query(muteSince, [JSON.stringify(mutedPlaces(happenings))]);
}

/** All of it as rows, before any database is touched. */
export function demonstration(data: Data, now: Date): Demonstration {
  const people = personas(data, now);
  const written = data.conversations.map(({ network, file, text }) => ({
    network,
    messages: parseConversation(file, text),
  }));
  const directs = written.flatMap(({ network, messages }) => [...directChannels(network, messages, { people, now })]);
  const rooms = new Map([...channels(data, now), ...directs]);
  const happenings = written.flatMap(({ network, messages }) =>
    happeningsOf(network, messages, { people, channels: rooms, now }),
  );
  const heads = headsOf(happenings);
  const readers = data.signIn.map(({ person, lastHere }) => ({
    person: personOf(people, person),
    lastHere: timeAgo(now, lastHere),
  }));
  const everybody = [...people.values()];
  const messages = happenings.flatMap(({ kind, message }) => (kind === 'sent' ? [message] : []));
  const questions = asked({ data, people, now, messages });
  const broadcasts = broadcastTables({ data, people, readers, now });
  return {
    people,
    channels: rooms,
    happenings,
    readers,
    updates: broadcasts.updates,
    questions,
    now,
    tables: {
      field: fieldTables(data, now),
      people: [
        ['people', everybody.map(({ row }) => row)],
        ['memberships', everybody.flatMap(membershipRows)],
        ...choiceTables(everybody),
        ...seatTables(data, people, now),
        ['channels', [...rooms.values()].map((room) => ({ ...channelRow(room), last_seq: heads.get(room) ?? 0 }))],
        ['channel_members', placeRows(data, { people, channels: rooms, happenings, now })],
        ...invitationTables(data, { people, now }),
        ...milestoneTables(data, { people, now }),
        ...visitTables(data, { people, now }),
        ['calendar_bands', bandRows(data, now)],
        ...broadcasts.tables,
      ],
      conversations: [...conversationTables(happenings), ...questionTables(questions, { data, people, now })],
    },
    stamp: { loadedAt: now.toISOString(), people: readers.map(({ person }) => stampOf(person)) },
  };
}

function stampOf({ id: personId, place, memberships: [{ role, network, side }] }: Persona): object {
  return { personId, network, role, side, place };
}
