/** The rules of a timeline, pure: its days, what late means, and who changes it. Days are plain dates; today is UTC's. */
import { gives, type MilestoneState, type NetworkStatus, type PartnershipStatus } from '@hub/contracts';
import { Temporal } from 'temporal-polyfill';
import { hasRight, type Actor } from '../identity/actor.js';
import { isClosed } from '../networks/networks.policy.js';

const { Instant, PlainDate, PlainTime } = Temporal;
type Day = Temporal.PlainDate;

/** The month of a network that a day lies in, 1 = the start month. */
export function monthOf(startsOn: string, day: string): number {
  const from = PlainDate.from(startsOn).toPlainYearMonth();
  return from.until(PlainDate.from(day).toPlainYearMonth(), { largestUnit: 'months' }).months + 1;
}

/** Ten years: a year that somebody mistyped would stretch everybody's picture. */
const longestPlan = 120;

/** Why a day has no place on a network's timeline, or nothing. */
export function outOfReach(startsOn: string, day: string): 'too_early' | 'too_late' | undefined {
  const month = monthOf(startsOn, day);
  if (month < 1) return 'too_early';
  return month > longestPlan ? 'too_late' : undefined;
}

/** What is due in a month is due by its last weekday, or by the first one after the time in which nobody is at work. */
export function dueIn(startsOn: string, month: number): string {
  const first = PlainDate.from(startsOn)
    .with({ day: 1 })
    .add({ months: month - 1 });
  let day = first.with({ day: first.daysInMonth });
  while (!isWeekday(day)) day = day.subtract({ days: 1 });
  return movedOut(day.toString());
}

/** A day in July or between 15 December and 10 January gives way to the first weekday after. */
export function movedOut(planned: string): string {
  let day = PlainDate.from(planned);
  if (!isAway(day)) return planned;
  while (isAway(day) || !isWeekday(day)) day = day.add({ days: 1 });
  return day.toString();
}

const isWeekday = ({ dayOfWeek }: Day) => dayOfWeek <= 5;

function isAway({ month, day }: Day): boolean {
  return month === 7 || (month === 12 && day >= 15) || (month === 1 && day <= 10);
}

interface Due {
  state: MilestoneState;
  plannedOn: string;
  forecastOn: string | null;
  deadline: { time: string; timeZone: string } | null;
}

/** Neither done nor out of question, and its day is over: in UTC, or with the clock of its deadline. */
export function isLate({ state, plannedOn, forecastOn, deadline }: Due, now: Date): boolean {
  if (state === 'done' || state === 'not_applicable') return false;
  const day = PlainDate.from(forecastOn ?? plannedOn);
  if (!deadline) return day.toString() < todayOf(now);
  const { timeZone, time } = deadline;
  return day.toZonedDateTime({ timeZone, plainTime: PlainTime.from(time) }).epochMilliseconds < now.getTime();
}

/** What the clocks of a zone show, without the zone; undefined where the hub cannot reckon with it, though a runtime may know its name. */
export function clockIn(timeZone: string, now: Date): string | undefined {
  try {
    return Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
  } catch {
    return undefined;
  }
}

export function todayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Their partnership is over: its people do not change it any more, and nothing of it is late. */
const over: ReadonlySet<PartnershipStatus> = new Set(['withdrawn', 'completed']);

export function isOver(status: PartnershipStatus): boolean {
  return over.has(status);
}

/** The plan of a network and what is the whole network's. */
export function mayChangePlan(actor: Actor, network: { id: string; status: NetworkStatus }): boolean {
  return !isClosed(network.status) && hasRight(actor, 'timeline', network.id);
}

/** The milestones and visits of one partnership. */
export function mayChangeIn(
  actor: Actor,
  network: { id: string; status: NetworkStatus },
  partnership: { id: string; status: PartnershipStatus },
): boolean {
  if (isClosed(network.status)) return false;
  if (mayChangePlan(actor, network)) return true;
  const own = actor.memberships.some((one) => one.partnershipId === partnership.id && gives(one.role, 'own_timeline'));
  return own && !isOver(partnership.status);
}
