/** The zone in which somebody's days are reckoned. Pure. */
import { TimeZone } from '@hub/contracts';

/** A zone that this hub does not know, of a person who came with other data, holds up nothing. */
export function zoneOf(timeZone: string): string {
  return TimeZone.safeParse(timeZone).success ? timeZone : 'UTC';
}
