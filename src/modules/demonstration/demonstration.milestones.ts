/** The milestone plan of each network, and how each partnership came to where it is in it. */
import type { MilestoneState } from '@hub/contracts';
import { planLines, type PlanLine } from '../timeline/plan-template.policy.js';
import { dueIn } from '../timeline/timeline.policy.js';
import { chance, clock, daysAgo, daysFrom, monthStart } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { personOf, type Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

interface Context {
  people: Map<string, Persona>;
  now: Date;
}

type Network = Data['networks'][number];
type Partnership = Data['partnerships'][number];

/** A line of a plan as the network, or one partnership, lives it. */
interface Lived {
  network: Network;
  partnership: Partnership | null;
  line: PlanLine;
  plannedOn: string;
  /** Says which it is. */
  key: string;
}

/** How it stood from a moment on. */
interface Step {
  at: string;
  by: string | null;
  state: MilestoneState;
  forecastOn: string | null;
  actualOn: string | null;
  reason: string;
  lesson: string;
}

/** How long before its day whatever comes next is under way. */
const monthsAhead = 2;

export function milestoneTables(data: Data, context: Context): [table: string, rows: Row[]][] {
  const all = data.networks.flatMap((network) => livedIn(data, network, context.now));
  const told = all.map((lived) => ({ lived, steps: stepsOf(data, lived, context.now) }));
  return [
    ['plan_items', data.networks.flatMap((network) => itemRows(network, context.now))],
    ['milestones', told.map(({ lived, steps }) => milestoneRow(lived, steps))],
    ['milestone_changes', told.flatMap(({ lived, steps }) => changeRows(lived, steps, context.people))],
  ];
}

function itemRows(network: Network, now: Date): Row[] {
  const startsOn = monthStart(now, network.month, 1);
  return planLines(network.theme.slug).map(({ number, kind, scope, names, month, ownerRole }) => ({
    id: idOf('plan item', `${network.slug}/${number}`),
    network_id: idOf('network', network.slug),
    number,
    kind,
    scope,
    names,
    month,
    planned_on: dueIn(startsOn, month),
    // The window of applications closes by the clock of the office that takes them.
    deadline_time: kind === 'application' ? '16:00' : null,
    deadline_zone: kind === 'application' ? 'Europe/Stockholm' : null,
    owner_role: ownerRole,
    created_at: `${startsOn}T08:00:00Z`,
  }));
}

function livedIn(data: Data, network: Network, now: Date): Lived[] {
  const startsOn = monthStart(now, network.month, 1);
  const partnerships = data.partnerships.filter((one) => one.network === network.slug);
  return planLines(network.theme.slug).flatMap((line) =>
    (line.scope === 'network' ? [null] : partnerships).map((partnership) => ({
      network,
      partnership,
      line,
      plannedOn: dueIn(startsOn, line.month),
      key: `${network.slug}/${line.number}/${partnership?.slug ?? ''}`,
    })),
  );
}

/** The plan first, then what happened to it. Whatever is done was done before this month, and by real pairs in time. */
function stepsOf(data: Data, lived: Lived, now: Date): Step[] {
  const { network, partnership, line, plannedOn, key } = lived;
  const follows = partnership === null || !(partnership.associate || partnership.applicant);
  const startsOn = monthStart(now, network.month, 1);
  const plan = step({
    at: `${startsOn}T08:00:00Z`,
    state: follows ? 'not_started' : 'not_applicable',
  });
  if (!follows) return [plan];
  const end = partnership?.withdrawn && monthStart(now, network.month, partnership.withdrawn.month);
  if (end !== undefined && plannedOn >= end)
    return [
      plan,
      step({
        at: `${end}T10:00:00Z`,
        by: `${network.slug}.coordinator`,
        state: 'not_applicable',
        reason: 'The partnership has ended.',
      }),
    ];
  const is = (one: { network: string; partnership?: string | undefined; number: number }) =>
    one.network === network.slug && one.partnership === partnership?.slug && one.number === line.number;
  const open = data.milestones.open.find(is);
  if (open)
    return [
      plan,
      ...open.changes.map(({ daysAgo: days, by, state, forecastDays, reason }) => {
        const forecastOn = forecastDays === undefined ? null : daysAgo(now, -forecastDays);
        return step({ at: clock(daysAgo(now, days), key), by, state, forecastOn, reason });
      }),
    ];
  if (isDone(data, lived)) return [plan, ...doneSteps(data.milestones.moved.find(is), lived, now)];
  if (line.month > network.month + monthsAhead) return [plan];
  return [
    plan,
    step({ at: clock(daysAgo(now, 15 + (chance(key) % 20)), key), by: whoTells(lived), state: 'on_track' }),
  ];
}

function isDone({ milestones: { doneUpTo, alsoDone } }: Data, { network, partnership, line }: Lived): boolean {
  if (line.number <= (doneUpTo[network.slug] ?? 0)) return true;
  const also = alsoDone.find((one) => one.network === network.slug && one.number === line.number);
  return partnership !== null && also?.partnerships.includes(partnership.slug) === true;
}

function doneSteps(moved: Data['milestones']['moved'][number] | undefined, lived: Lived, now: Date): Step[] {
  const { plannedOn, key } = lived;
  const lastDay = daysFrom(monthStart(now, 0, 0), -1);
  const forecastOn = moved ? daysFrom(plannedOn, moved.days) : null;
  const wanted = moved ? daysFrom(plannedOn, moved.days - 1) : daysFrom(plannedOn, -(chance(key) % 17));
  const actualOn = wanted < lastDay ? wanted : lastDay;
  const by = whoTells(lived);
  const done = step({ at: clock(actualOn, key), by, state: 'done', forecastOn, actualOn, lesson: moved?.lesson });
  if (!moved) return [done];
  const { reason } = moved;
  const said = clock(daysFrom(plannedOn, -9), key);
  return [step({ at: said, by: moved.by, state: 'on_track', forecastOn, reason }), done];
}

function step(given: Partial<{ [K in keyof Step]: Step[K] | undefined }> & Pick<Step, 'at' | 'state'>): Step {
  const { at, state, by = null, forecastOn = null, actualOn = null, reason = '', lesson = '' } = given;
  return { at, state, by, forecastOn, actualOn, reason, lesson };
}

function whoTells({ network, partnership, key }: Lived): string {
  if (!partnership) return `${network.slug}.coordinator`;
  return `${partnership.slug}.${chance(key) % 2 === 0 ? 'sv' : 'int'}.coordinator`;
}

function milestoneRow({ network, partnership, line, plannedOn, key }: Lived, steps: Step[]): Row {
  const last = steps.at(-1);
  return {
    id: idOf('milestone', key),
    item_id: idOf('plan item', `${network.slug}/${line.number}`),
    network_id: idOf('network', network.slug),
    partnership_id: partnership === null ? null : idOf('partnership', partnership.slug),
    planned_on: plannedOn,
    forecast_on: last?.forecastOn ?? null,
    actual_on: last?.actualOn ?? null,
    state: last?.state ?? 'not_started',
    lesson: last?.lesson ?? '',
    version: steps.length,
  };
}

function changeRows({ key }: Lived, steps: Step[], people: Map<string, Persona>): Row[] {
  return steps.map(({ at, by, state, forecastOn, actualOn, reason, lesson }, index) => ({
    milestone_id: idOf('milestone', key),
    version: index + 1,
    changed_by: by === null ? null : personOf(people, by).id,
    changed_at: at,
    reason,
    forecast_on: forecastOn,
    actual_on: actualOn,
    state,
    lesson,
    undone: false,
  }));
}
