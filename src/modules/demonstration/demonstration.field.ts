/** Networks, local governments and partnerships as rows, dated by the month each network is in. */
import type { Side } from '@hub/contracts';
import { closingDay, lastDayAfter, monthStart } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import type { Membership, Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

type Partnership = Data['partnerships'][number];

const sides = [
  { side: 'swedish', prefix: 'sv' },
  { side: 'international', prefix: 'int' },
] as const satisfies { side: Side; prefix: string }[];
const seats = [
  { post: 'politician1', role: 'politician', mandate: 'majority' },
  { post: 'politician2', role: 'politician', mandate: 'opposition' },
  { post: 'senior', role: 'senior_official', mandate: 'none' },
];
/** The months of the life cycle that are the same for every partnership. */
const seatsFromMonth = 3;
const projectMonth = 13;

/** The tables in the order they may be filled in. */
export function fieldTables(data: Data, now: Date): [table: string, rows: Row[]][] {
  const dated = (partnership: Partnership) => (month: number) => monthStart(now, monthOf(data, partnership), month);
  const each = (rows: (partnership: Partnership, on: (month: number) => string) => Row[]) =>
    data.partnerships.flatMap((partnership) => rows(partnership, dated(partnership)));
  return [
    ['themes', data.networks.map(({ theme: { slug, names } }) => ({ id: idOf('theme', slug), slug, names }))],
    ['networks', data.networks.map((network) => networkRow(network, now))],
    ['local_governments', localGovernments(data)],
    ['partnerships', data.partnerships.map(partnershipRow)],
    ['partnership_parties', each(parties)],
    ['partnership_statuses', each((partnership, on) => statuses(partnership, on, monthOf(data, partnership)))],
    ['projects', each(projects)],
    ['steering_groups', data.partnerships.map(steeringGroup)],
  ];
}

export function seatTables(data: Data, people: Map<string, Persona>, now: Date): [table: string, rows: Row[]][] {
  const all = data.partnerships.flatMap((partnership) => {
    const month = monthOf(data, partnership);
    const fromOn = monthStart(now, month, seatsFromMonth);
    const untilOn = partnership.withdrawn ? closingDay(now, month, partnership.withdrawn.month) : null;
    return sides.flatMap(({ side, prefix }) =>
      seatsOf(partnership, side, { fromOn, untilOn }).map((seat) => ({
        ...seat,
        key: `${partnership.slug}.${prefix}.${seat.post}`,
      })),
    );
  });
  const rows = all.map(({ key, side, role, mandate, group, fromOn, untilOn }) => ({
    id: idOf('seat', key),
    steering_group_id: group,
    side,
    role,
    mandate,
    from_on: fromOn,
    until_on: untilOn,
  }));
  const holders = all.flatMap(({ key, fromOn }) => {
    const membership = people.get(key)?.memberships[0];
    return membership ? [holder(key, fromOn, membership)] : [];
  });
  return [
    ['seats', rows],
    ['seat_holders', holders],
  ];
}

function holder(key: string, seatFromOn: string, { id, fromOn, untilOn }: Membership): Row {
  const since = fromOn > seatFromOn ? fromOn : seatFromOn;
  return {
    id: idOf('seat-holder', key),
    seat_id: idOf('seat', key),
    membership_id: id,
    from_on: since,
    until_on: untilOn,
  };
}

/** Three on each side that has a party; an associate has ended its common work and has none. */
function seatsOf(partnership: Partnership, side: Side, dates: { fromOn: string; untilOn: string | null }) {
  if (partnership.associate || partnership[side].length === 0) return [];
  const group = idOf('steering-group', partnership.slug);
  return seats.map((seat) => ({ ...seat, ...dates, side, group }));
}

function networkRow({ slug, name, theme, region, purpose, round, month }: Data['networks'][number], now: Date): Row {
  const startsOn = monthStart(now, month, 1);
  return {
    id: idOf('network', slug),
    slug,
    name,
    theme_id: idOf('theme', theme.slug),
    region,
    purpose,
    round,
    status: 'active',
    starts_on: startsOn,
    ends_on: lastDayAfter(startsOn, 4),
  };
}

function localGovernments({ places }: Data): Row[] {
  const rows = (source: 'real' | 'fictional') =>
    places[source].map(({ slug, name, kind, country }) => ({
      id: idOf('local-government', slug),
      name,
      kind,
      country,
      time_zone: places.zones[country],
      source,
    }));
  return [...rows('real'), ...rows('fictional')];
}

function partnershipRow({ slug, network, name, associate, source }: Partnership): Row {
  return { id: idOf('partnership', slug), slug, network_id: idOf('network', network), name, associate, source };
}

function parties(partnership: Partnership, on: (month: number) => string): Row[] {
  const { slug, project, withdrawn } = partnership;
  return sides.flatMap(({ side }) =>
    partnership[side].map((place) => ({
      id: idOf('party', `${slug}/${place}`),
      partnership_id: idOf('partnership', slug),
      side,
      local_government_id: idOf('local-government', place),
      from_on: on(Math.min(1, project?.fromMonth ?? 1)),
      until_on: withdrawn ? on(withdrawn.month) : null,
    })),
  );
}

/** What has happened so far: nothing is dated ahead of today. */
function statuses(partnership: Partnership, on: (month: number) => string, month: number): Row[] {
  const { slug, associate, applicant, withdrawn } = partnership;
  const row = (from: number, status: string, reason = '') => ({
    partnership_id: idOf('partnership', slug),
    from_on: on(from),
    status,
    reason,
  });
  if (associate) return [row(1, 'alumni')];
  if (applicant) return [row(1, 'applicant')];
  return [
    row(1, 'inception'),
    ...(month >= projectMonth ? [row(projectMonth, 'active')] : []),
    ...(withdrawn && month >= withdrawn.month ? [row(withdrawn.month, 'withdrawn', withdrawn.reason)] : []),
  ];
}

function projects({ slug, project }: Partnership, on: (month: number) => string): Row[] {
  if (!project) return [];
  const startsOn = on(project.fromMonth);
  return [
    {
      id: idOf('project', slug),
      partnership_id: idOf('partnership', slug),
      name: project.name,
      challenge: project.challenge,
      aims: project.aims,
      sdg_targets: project.sdgTargets,
      starts_on: startsOn,
      ends_on: lastDayAfter(startsOn, project.years),
    },
  ];
}

function steeringGroup({ slug }: Partnership): Row {
  return { id: idOf('steering-group', slug), partnership_id: idOf('partnership', slug) };
}

function monthOf(data: Data, partnership: Partnership): number {
  const network = data.networks.find(({ slug }) => slug === partnership.network);
  if (!network) throw new Error(`${partnership.slug} lies in ${partnership.network}, which is no network here.`);
  return network.month;
}
