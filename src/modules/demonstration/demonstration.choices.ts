/**
 * How people of the demonstration want to be told, where they chose: politicians want to hear by mail, whichever mandate
 * they hold, and coordinators with dear data want one letter a week. Nobody else has chosen.
 */
import { notificationKinds, tellings } from '@hub/contracts';
import type { Persona } from './demonstration.people.js';
import type { Row } from './demonstration.rows.js';

const toChoose = notificationKinds.filter((kind) => !tellings[kind].critical);
const everythingNow = Object.fromEntries(toChoose.map((kind) => [kind, 'now']));
/** Whoever writes to them, and what they travel for, does not wait for a week. */
const weekly = { reply: 'digest', milestone_changed: 'digest', milestone_due: 'digest', milestone_late: 'digest' };

export function choiceTables(people: Persona[]): [table: string, rows: Row[]][] {
  return [['preferences', people.flatMap(choicesOf)]];
}

function choicesOf({ id, memberships: [{ role }], row }: Persona): Row[] {
  const usual = {
    person_id: id,
    digest_at: '07:30',
    digest_weekday: 1,
    quiet_from: '20:00',
    quiet_until: '07:00',
    quiet_days: [6, 7],
    quiet_holidays: true,
    changed_at: row.created_at,
  };
  if (role === 'politician') return [{ ...usual, mail: everythingNow, digest: 'off' }];
  if (role === 'partnership_coordinator' && row.low_data === true)
    return [{ ...usual, mail: weekly, digest: 'weekly' }];
  return [];
}
