/** What notifications are about, each sort of it in SQL of its own: what it is called, who may still see it, whether it needs them. */
import { gives, roles, type Notification, type Right } from '@hub/contracts';

/** Of notification `f`, whose person it is read for. */
export interface Subject<Row = never> {
  /** What its rows have beside what every notification has. */
  columns: string;
  /** Leaves only notifications about this. */
  joins: string;
  /** It goes out of sight with the right to what it is about. */
  visible: string;
  /** The person has something to do, and has not done it. */
  needsMe: string;
  /** Where a row is not yet in the shape of the contract. */
  asNotification?(row: Row): Notification;
}

/** Whether the person of `f` holds a role that gives this right in the network. */
export function has(right: Right, network: string): string {
  const giving = roles.filter((role) => gives(role, right)).map((role) => `'${role}'`);
  return `exists (
    select from current_memberships held
    where held.person_id = f.person_id and coalesce(held.network_id, ${network}) = ${network}
      and held.role in (${giving.join(', ')}))`;
}

/** As the contracts' `Place`. */
export const placeOf = (row: string): string => `json_build_object('slug', ${row}.slug, 'name', ${row}.name)`;
