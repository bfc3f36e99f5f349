/** What the people offered at sign-in were told of broadcasts: once each, and that they have not answered. */
import type { Update } from './demonstration.broadcasts.js';
import type { Reader } from './demonstration.reading.js';
import { idOf, type Row } from './demonstration.rows.js';

/** As rows of the notification and of the ledger. */
export interface UpdateNotice {
  row: Row & { id: string; created_at: Date; read_at: Date | null };
  delivery: Row;
}

export function updateTables(readers: readonly Reader[], updates: readonly Update[]): [table: string, rows: Row[]][] {
  const notices = readers.flatMap((reader) => updateNotices(reader, updates));
  return [
    ['notifications', notices.map(({ row }) => row)],
    ['deliveries', notices.map(({ delivery }) => delivery)],
  ];
}

export function updateNotices(reader: Reader, updates: readonly Update[]): UpdateNotice[] {
  return updates.flatMap((update) => {
    if (update.person !== reader.person) return [];
    const told = noticeOf(reader, update, {
      kind: 'broadcast',
      at: update.askedAt,
      key: '',
      fold: 'broadcast',
      count: 1,
    });
    const reminders = update.acknowledgedAt ? [] : update.reminders;
    const at = reminders.at(-1);
    if (!at) return [told];
    const count = reminders.length;
    const missing = { kind: 'acknowledgement_missing', at, key: `/${count}`, fold: 'missing', count };
    return [told, noticeOf(reader, update, missing)];
  });
}

interface What {
  kind: string;
  at: Date;
  key: string;
  fold: string;
  count: number;
}

function noticeOf(
  { person, lastHere }: Reader,
  { broadcastId, version, acknowledgedAt }: Update,
  { kind, at, key, fold, count }: What,
): UpdateNotice {
  const id = idOf('notification', `${kind}/${person.key}/${broadcastId}`);
  return {
    row: {
      id,
      person_id: person.id,
      kind,
      broadcast_id: broadcastId,
      fold_key: `${fold}/${broadcastId}`,
      count,
      created_at: at,
      read_at: acknowledgedAt ?? (at < lastHere ? lastHere : null),
      done_at: acknowledgedAt,
    },
    delivery: {
      id: idOf('delivery', id),
      person_id: person.id,
      medium: 'hub',
      kind,
      subject_id: broadcastId,
      dedupe_key: `hub/${kind}/${broadcastId}/${version}${key}/${person.id}`,
      state: 'delivered',
      reason: null,
      attempt: 1,
      created_at: at,
      settled_at: at,
    },
  };
}
