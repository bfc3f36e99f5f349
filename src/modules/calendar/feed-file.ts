/**
 * A feed as the file that calendars read. Whatever is said of a thing follows from the thing alone, so that the file is
 * the same until something changes; a date without a clock stays on its day in every zone.
 */
import type { Locale, MilestoneState, Side, VisitState } from '@hub/contracts';
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Words } from '../mail/words.js';

interface Told {
  id: string;
  version: number;
  /** The partnership's name, or the network's where it is its own. */
  about: string;
  plannedOn: string;
  changedAt: Date;
}

export interface MilestoneTold extends Told {
  state: MilestoneState;
  names: Record<string, string>;
  forecastOn: string | null;
  actualOn: string | null;
  deadlineTime: string | null;
  deadlineZone: string | null;
}

export interface VisitTold extends Told {
  state: VisitState;
  hostSide: Side;
  host: string | null;
  startsOn: string;
  endsOn: string;
}

export interface Teller {
  words: Words;
  locale: Locale;
  /** The whole address of a page of the hub. */
  address(path: string): string;
}

const askAgainSeconds = 60 * 60;
const tags: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };

export function fileOf(name: string, teller: Teller, milestones: MilestoneTold[], visits: VisitTold[]): string {
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Samverka', product: 'Samverka', language: teller.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: askAgainSeconds,
  });
  for (const one of milestones) calendar.createEvent(eventOfMilestone(one, teller));
  for (const one of visits) calendar.createEvent(eventOfVisit(one, teller));
  // The last line of a file ends like every other.
  return `${calendar.toString()}\r\n`;
}

function eventOfMilestone(one: MilestoneTold, teller: Teller): ICalEventData {
  const { words, locale } = teller;
  const { state, plannedOn, forecastOn, actualOn, deadlineTime, deadlineZone } = one;
  const name = printed(words('feed.milestone', { name: one.names[locale] ?? one.names.en ?? '', about: one.about }));
  const due = forecastOn ?? plannedOn;
  const timed = actualOn === null && deadlineTime !== null && deadlineZone !== null;
  const marked = state === 'done' || state === 'not_applicable' ? words(`feed.${state}`, { name }) : name;
  const said = [
    words('feed.planned', { date: inWords(plannedOn, locale) }),
    forecastOn !== null && actualOn === null && words('feed.expected', { date: inWords(forecastOn, locale) }),
    actualOn !== null && words('feed.done_on', { date: inWords(actualOn, locale) }),
    timed && words('feed.due_at', { time: deadlineTime, place: cityOf(deadlineZone) }),
    state === 'at_risk' && words('feed.at_risk'),
  ];
  return {
    ...common(one, teller, `/m/${one.id}`),
    ...(timed ? { start: instantOf(due, deadlineTime, deadlineZone) } : days(actualOn ?? due, actualOn ?? due)),
    summary: marked,
    description: lines(said),
    status: state === 'not_applicable' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

const statuses: Record<VisitState, ICalEventStatus> = {
  planned: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  moved: ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  held_online: ICalEventStatus.CONFIRMED,
  // A visit without a day: who travels must not keep the old one free.
  postponed: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};

function eventOfVisit(one: VisitTold, teller: Teller): ICalEventData {
  const { words, locale } = teller;
  const { state, about, host, hostSide, plannedOn, startsOn } = one;
  const name = host === null ? words(`feed.visit_host.${hostSide}`, { about }) : words('feed.visit', { host, about });
  const moved = plannedOn !== startsOn && words('feed.first_planned', { date: inWords(plannedOn, locale) });
  return {
    ...common(one, teller, `/v/${one.id}`),
    ...days(startsOn, one.endsOn),
    summary: state === 'confirmed' || state === 'moved' ? name : words(`feed.visit_${state}`, { name }),
    description: lines([moved]),
    location: host,
    status: statuses[state],
  };
}

/** What calendars know a thing and its newer states by. It takes nobody's time by itself. */
function common({ id, version, changedAt }: Told, { address }: Teller, path: string) {
  return {
    id: `${id}@${new URL(address('/')).hostname}`,
    sequence: version - 1,
    stamp: changedAt,
    lastModified: changedAt,
    url: address(path),
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  };
}

/** Whole days; the end is the first day that is not of them. */
function days(first: string, last: string) {
  return { allDay: true, start: first, end: Temporal.PlainDate.from(last).add({ days: 1 }).toString() };
}

/** In UTC, which every calendar shows by the clock of its reader. */
function instantOf(day: string, time: string, timeZone: string): Date {
  const there = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
  return new Date(there.epochMilliseconds);
}

function inWords(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
const lines = (said: (string | false)[]) => said.filter((one) => one !== false).join('\n') || null;

/** The library leaves the name of a calendar as it is. */
const escaped = (text: string) => text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\s+/g, ' ');

/** Some calendars refuse a whole file for one character that nobody sees. */
const printed = (text: string) => text.replace(/\p{Cc}+/gu, ' ');
