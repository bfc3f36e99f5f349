/** A small network's timeline, for specs. */
import type { Milestone, PlanItem, TimelineNetwork, TimelineRow, VisitCard } from '@hub/contracts';

export function itemLike(part: Partial<PlanItem> = {}): PlanItem {
  return {
    id: 'item',
    number: 1,
    kind: 'agreement',
    scope: 'partnership',
    names: { en: 'Agreement signed' },
    month: 3,
    plannedOn: '2026-03-31',
    deadline: null,
    ownerRole: 'project_manager',
    ...part,
  };
}

export function milestoneLike(part: Partial<Milestone> = {}): Milestone {
  return {
    id: 'milestone',
    itemId: 'item',
    partnershipId: 'partnership',
    plannedOn: '2026-03-31',
    forecastOn: null,
    actualOn: null,
    state: 'not_started',
    late: false,
    version: 1,
    ...part,
  };
}

export function visitLike(part: Partial<VisitCard> = {}): VisitCard {
  return {
    id: 'visit',
    partnershipId: 'partnership',
    hostSide: 'swedish',
    host: 'Falun',
    startsOn: '2026-05-04',
    endsOn: '2026-05-08',
    plannedOn: '2026-05-04',
    state: 'planned',
    hasLessons: false,
    version: 1,
    ...part,
  };
}

type RowPart = Partial<Omit<TimelineRow, 'partnership'>> & { partnership?: Partial<TimelineRow['partnership']> };

export function rowLike({ partnership, ...part }: RowPart = {}): TimelineRow {
  return {
    partnership: {
      id: 'partnership',
      slug: 'falun-kolomyia',
      name: 'Falun–Kolomyia',
      status: 'active',
      associate: false,
      countries: ['SE', 'UA'],
      sdgTargets: ['16.7'],
      ...partnership,
    },
    lastToldAt: null,
    milestones: [milestoneLike()],
    visits: [visitLike()],
    channelId: null,
    may: { change: false },
    ...part,
  };
}

export function networkLike(part: Partial<TimelineNetwork> = {}): TimelineNetwork {
  return {
    id: 'network',
    slug: 'climate',
    name: 'Climate',
    startsOn: '2026-01-01',
    endsOn: '2029-12-31',
    month: 4,
    visitsAYear: 2,
    stream: { channelId: 'announcements', seq: 7 },
    items: [itemLike()],
    milestones: [],
    rows: [rowLike()],
    may: { change: false },
    ...part,
  };
}
