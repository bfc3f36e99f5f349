/** How the reader looks at the timeline, as an address says it. */
import type { AxisKind } from './axis';
import type { TimelineFilter } from './filter';
import { standings } from './standing';

export const views = ['picture', 'table', 'list'] as const;
export type View = (typeof views)[number];
export const zooms = ['all', 'year', 'quarter'] as const;
export type Zoom = (typeof zooms)[number];

export interface Look {
  view: View;
  axis: AxisKind;
  zoom: Zoom;
  bands: boolean;
  filter: TimelineFilter;
}

export type LookChange = Partial<Omit<Look, 'filter'>> & { filter?: TimelineFilter };

export type Words = Partial<Record<'view' | 'axis' | 'zoom' | 'bands' | 'kind' | 'state' | 'country' | 'goal', string>>;

export function lookOf(words: Words, before: Words, narrow: boolean): Look {
  const one = <T extends string>(all: readonly T[], name: keyof Words, standard: T): T =>
    all.find((value) => value === words[name]) ?? all.find((value) => value === before[name]) ?? standard;
  const goal = Number(words.goal);
  return {
    view: one(views, 'view', narrow ? 'list' : 'picture'),
    axis: one(['calendar', 'months'], 'axis', 'calendar'),
    zoom: one(zooms, 'zoom', 'all'),
    bands: one(['on', 'off'], 'bands', 'on') === 'on',
    filter: {
      kind: (words.kind || undefined) as TimelineFilter['kind'],
      state: standings.find((standing) => standing === words.state),
      country: words.country || undefined,
      goal: goal >= 1 && goal <= 17 ? Math.floor(goal) : undefined,
    },
  };
}

export function wordsOf({ bands, ...taste }: Partial<Omit<Look, 'filter'>>): Words {
  return { ...taste, ...(bands !== undefined && { bands: bands ? 'on' : 'off' }) };
}

export function filterWords({ kind, state, country, goal }: TimelineFilter): Words {
  return { kind, state, country, goal: goal === undefined ? undefined : `${goal}` };
}

/** Without what is not said. */
export function said(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value)) as Words;
}
