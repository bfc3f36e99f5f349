/** The exchange visits of each partnership, two a year with hosts in turn, and how each came to where it is. */
import type { CostOwner, PreparationState, Side, VisitCause, VisitState } from '@hub/contracts';
import { movedOut } from '../timeline/timeline.policy.js';
import { chance, clock, closingDay, daysAgo, daysFrom, monthStart } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { personOf, type Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

interface Context {
  people: Map<string, Persona>;
  now: Date;
}

type Partnership = Data['partnerships'][number];
type Exception = Data['visits']['exceptions'][number];

/** A visit as it was meant. */
interface Meant {
  partnership: Partnership;
  /** Its place among the partnership's visits, from 1. */
  number: number;
  key: string;
  hostSide: Side;
  plannedOn: string;
  startsOn: string;
  networkMonth: number;
  exception: Exception | undefined;
}

/** What of a visit changes, as the hub keeps it at every change. */
interface Snapshot {
  hostSide: Side;
  hostGovernmentId: string | null;
  startsOn: string;
  endsOn: string;
  state: VisitState;
  cause: VisitCause | null;
  purpose: string;
  programme: string;
  participants: { side: Side; role: string; count: number }[];
  checklist: Record<'invitationLetters' | 'visas' | 'interpreter', PreparationState>;
  costOwner: CostOwner | null;
  lessons: string;
}

interface Step {
  at: string;
  by: string;
  reason: string;
  snapshot: Snapshot;
}

const lastsDays = 4;
/** Before its first day a visit is confirmed so long, and prepared. */
const confirmedBefore = 75;

export function visitTables(data: Data, { people, now }: Context): [table: string, rows: Row[]][] {
  const told = visitsMeant(data, now).map((meant) => ({ meant, steps: stepsOf(data, meant, now) }));
  return [
    ['visits', told.map(({ meant, steps }) => visitRow(meant, steps))],
    ['visit_changes', told.flatMap(({ meant, steps }) => changeRows(meant, steps, people))],
  ];
}

/** Of every partnership with both sides, up to its end; one that was ahead when it ended is called off. */
function visitsMeant(data: Data, now: Date): Meant[] {
  return data.partnerships.flatMap((partnership) => {
    if (partnership.associate || partnership.applicant) return [];
    const networkMonth = data.networks.find(({ slug }) => slug === partnership.network)?.month ?? 1;
    const all = data.visits.months.map((month, index) => {
      const number = index + 1;
      const key = `${partnership.slug}/${number}`;
      const exception = data.visits.exceptions.find(
        (one) => one.partnership === partnership.slug && one.visit === number,
      );
      const drawn = month + (index === 0 ? 0 : (chance(key) % 3) - (index === 1 ? 0 : 1));
      // Not in this month, so that what was held stays held when the demonstration moves on by months.
      const shifted = drawn === networkMonth ? drawn + 1 : drawn;
      const usual = aMonday(daysFrom(monthStart(now, networkMonth, shifted), 1 + (chance(`${key} day`) % 9)));
      const startsOn =
        exception?.startsInDays === undefined ? usual : nearMonday(daysAgo(now, -exception.startsInDays));
      const plannedOn = daysFrom(startsOn, -(exception?.movedByDays ?? 0));
      const hostSide: Side = index % 2 === 0 ? 'international' : 'swedish';
      return { partnership, number, key, hostSide, plannedOn, startsOn, networkMonth, exception };
    });
    const { withdrawn } = partnership;
    if (!withdrawn) return all;
    const endedOn = monthStart(now, networkMonth, withdrawn.month);
    const before = all.filter(({ startsOn }) => startsOn < endedOn);
    return [...before, ...all.slice(before.length, before.length + 1)];
  });
}

function aMonday(day: string): string {
  const moved = movedOut(day);
  return daysFrom(moved, (8 - new Date(moved).getUTCDay()) % 7);
}

function nearMonday(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return daysFrom(day, weekday <= 4 ? 1 - weekday : 8 - weekday);
}

/** Planned long before, then what came in between, confirmed, held, and what was learned. */
function stepsOf(data: Data, meant: Meant, now: Date): Step[] {
  const { partnership, key, plannedOn, startsOn, exception, networkMonth } = meant;
  const today = daysAgo(now, 0);
  const hosts = coordinatorOf(partnership, meant.hostSide);
  const guests = coordinatorOf(partnership, meant.hostSide === 'swedish' ? 'international' : 'swedish');
  const asked = daysFrom(plannedOn, -(200 + (chance(key) % 60)));
  const earliest = daysFrom(monthStart(now, networkMonth, 1), 20 + (chance(key) % 30));
  const latest = daysAgo(now, 60 + (chance(key) % 40));
  const first = planned(data, meant);
  const steps: Step[] = [step(asked < earliest ? earliest : asked < latest ? asked : latest, hosts, '', first)];
  const then = (on: string, by: string, change: Partial<Snapshot>, reason = '') => {
    const last = steps.at(-1);
    const next = step(on < today ? on : daysAgo(now, 1), by, reason, { ...first, ...last?.snapshot, ...change });
    steps.push(last && next.at <= last.at ? { ...next, at: soonAfter(last.at) } : next);
  };

  const { withdrawn } = partnership;
  if (withdrawn && startsOn >= monthStart(now, networkMonth, withdrawn.month)) {
    const on = daysFrom(closingDay(now, networkMonth, withdrawn.month), -3);
    then(on, coordinatorOf(partnership, 'swedish'), { state: 'cancelled' }, 'The partnership has ended.');
    return steps;
  }
  const days = { startsOn, endsOn: daysFrom(startsOn, lastsDays) };
  if (exception?.state !== undefined) {
    const { saidDaysAgo, by = hosts, state, cause = null, reason = '' } = exception;
    const said = saidDaysAgo === undefined ? daysFrom(plannedOn, -18) : daysAgo(now, saidDaysAgo);
    then(said, by, { ...days, state, cause, ...(exception.checklist && { checklist: exception.checklist }) }, reason);
    if (saidDaysAgo !== undefined) return steps;
  }
  if (daysFrom(startsOn, -confirmedBefore) > today) return steps;
  const sure: Partial<Snapshot> = {
    state: 'confirmed',
    cause: null,
    participants: whoComes(meant),
    // Within a project its grant pays.
    costOwner: 'icld',
    programme: exception?.programme ?? data.visits.programmes[partnership.network]?.[meant.hostSide] ?? '',
  };
  const checklist = exception?.checklist ?? underWay(meant);
  then(daysFrom(startsOn, -confirmedBefore + (chance(`${key} sure`) % 30)), guests, { ...sure, checklist });
  if (daysFrom(days.endsOn, 3) >= today) return steps;

  const online = exception?.online === true;
  const ready = online ? allNotNeeded : allDone(meant);
  const held = { state: online ? 'held_online' : 'held', checklist: ready } as const;
  then(daysFrom(days.endsOn, 2), hosts, held, online ? exception?.reason : '');
  const written = daysFrom(days.endsOn, 6 + (chance(`${key} lessons`) % 7));
  if (exception?.noLessons !== true && written < today) then(written, guests, { lessons: lessonsOf(data, meant) });
  return steps;
}

function step(on: string, by: string, reason: string, snapshot: Snapshot): Step {
  return { at: clock(on, `${snapshot.hostSide}/${by}`), by, reason, snapshot };
}

const soonAfter = (at: string) => new Date(Date.parse(at) + 1_500_000).toISOString();

function planned({ visits }: Data, { partnership, number, plannedOn, hostSide, exception }: Meant): Snapshot {
  const [host, ...others] = partnership[hostSide];
  return {
    hostSide,
    hostGovernmentId: host === undefined || others.length > 0 ? null : idOf('local-government', host),
    startsOn: plannedOn,
    endsOn: daysFrom(plannedOn, lastsDays),
    state: 'planned',
    cause: null,
    purpose: visits.purposes[partnership.network]?.[number - 1] ?? '',
    programme: exception?.state === undefined ? '' : (exception.programme ?? ''),
    participants: [],
    checklist: { invitationLetters: 'to_do', visas: 'to_do', interpreter: interpreterOf(partnership, 'to_do') },
    costOwner: null,
    lessons: '',
  };
}

/** Counted by role. Nobody with a mandate is invented for real places. */
function whoComes({ partnership, hostSide, key }: Meant): Snapshot['participants'] {
  const guests: Side = hostSide === 'swedish' ? 'international' : 'swedish';
  const group = (side: Side, role: string, count: number) => ({ side, role, count });
  return [
    group(guests, 'partnership_coordinator', 1),
    group(guests, 'project_manager', 1),
    group(guests, 'team_member', 2 + (chance(key) % 2)),
    ...(partnership.source === 'fictional' ? [group(guests, 'politician', 2)] : []),
    group(hostSide, 'partnership_coordinator', 1),
    group(hostSide, 'team_member', 3 + (chance(`${key} hosts`) % 3)),
    ...(partnership.source === 'fictional'
      ? [group(hostSide, 'politician', 2), group(hostSide, 'senior_official', 1)]
      : []),
  ];
}

const allNotNeeded = { invitationLetters: 'not_needed', visas: 'not_needed', interpreter: 'not_needed' } as const;

const interpreterOf = ({ network }: Partnership, state: PreparationState): PreparationState =>
  network === 'equality' ? state : 'not_needed';

const underWay = ({ partnership }: Meant): Snapshot['checklist'] => ({
  invitationLetters: 'done',
  visas: 'under_way',
  interpreter: interpreterOf(partnership, 'under_way'),
});

const allDone = ({ partnership }: Meant): Snapshot['checklist'] => ({
  invitationLetters: 'done',
  visas: 'done',
  interpreter: interpreterOf(partnership, 'done'),
});

/** No partnership learns the same twice before it has learned everything else. */
function lessonsOf({ visits }: Data, { partnership, number, exception }: Meant): string {
  const known = visits.lessons[partnership.network] ?? [];
  return exception?.lessons ?? known[(chance(partnership.slug) + number) % known.length] ?? '';
}

function coordinatorOf({ slug }: Partnership, side: Side): string {
  return `${slug}.${side === 'swedish' ? 'sv' : 'int'}.coordinator`;
}

function visitRow({ partnership, key, plannedOn }: Meant, steps: Step[]): Row {
  const now = steps.at(-1)?.snapshot;
  return {
    id: idOf('visit', key),
    network_id: idOf('network', partnership.network),
    partnership_id: idOf('partnership', partnership.slug),
    planned_on: plannedOn,
    host_side: now?.hostSide,
    host_government_id: now?.hostGovernmentId,
    starts_on: now?.startsOn,
    ends_on: now?.endsOn,
    state: now?.state,
    cause: now?.cause,
    purpose: now?.purpose,
    programme: now?.programme,
    participants: now?.participants,
    checklist: now?.checklist,
    cost_owner: now?.costOwner,
    lessons: now?.lessons,
    version: steps.length,
  };
}

function changeRows({ key }: Meant, steps: Step[], people: Map<string, Persona>): Row[] {
  return steps.map(({ at, by, reason, snapshot }, index) => ({
    visit_id: idOf('visit', key),
    version: index + 1,
    changed_by: personOf(people, by).id,
    changed_at: at,
    reason,
    snapshot,
    undone: false,
  }));
}
