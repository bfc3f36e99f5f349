import { roles, type ChannelKind, type MilestoneState, type Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { rightsIn } from '../channels/channels.policy.js';
import type { Actor } from '../identity/actor.js';
import { isLate } from '../timeline/timeline.policy.js';
import type { Channel } from './demonstration.channels.js';
import { readData } from './demonstration.data.js';
import type { Happening } from './demonstration.happenings.js';
import type { Membership, Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';
import { demonstration } from './loader.js';

const data = readData();
const days = ['2026-11-24T09:12:00Z', '2027-03-01T00:04:00Z', '2028-02-29T23:30:00Z', '2026-10-31T12:00:00Z'];
const made = days.map((day) => demonstration(data, new Date(day)));
const [today] = made;
if (!today) throw new Error('There is a day to look at.');

const memberRoles = roles.filter((role) => role !== 'administrator' && role !== 'guest');
const rolesByKind: Record<Exclude<ChannelKind, 'direct'>, readonly Role[]> = {
  announcements: memberRoles,
  thematic: memberRoles,
  partnership: memberRoles,
  steering_group: ['politician', 'senior_official', 'project_coordinator'],
  mentor_team: ['mentor', 'project_coordinator', 'partnership_coordinator', 'project_manager'],
  guest: ['guest', 'project_coordinator', 'research_advisor', 'expert', 'communications_officer'],
};
const administratorChannels = ['announcements', 'general'];

/** The rule of the view `channel_openings`, for a day that may lie in the past. */
function opens(channel: Channel, membership: Membership, day: string): boolean {
  const { role, network, partnership } = membership;
  if (!onDay(membership, day) || channel.kind === 'direct') return false;
  if (role === 'administrator') return channel.partnership === null && administratorChannels.includes(channel.slug);
  if (network !== channel.network || (channel.partnership !== null && partnership !== channel.partnership))
    return false;
  const applicant = data.partnerships.some(({ slug, applicant: still }) => slug === partnership && still);
  if (channel.kind === 'guest' && role === 'partnership_coordinator') return applicant;
  return rolesByKind[channel.kind].includes(role);
}

const asked = ({ network, slug }: Channel, { key }: Persona) =>
  data.byHand.some((hand) => hand.person === key && hand.network === network && hand.channel === slug);

const onDay = ({ fromOn, untilOn }: Membership, day: string) => fromOn <= day && (untilOn === null || day < untilOn);

function mayBeIn(channel: Channel, person: Persona, at: Date): boolean {
  const day = at.toISOString().slice(0, 10);
  if (channel.between) return channel.between.includes(person);
  return asked(channel, person) || person.memberships.some((membership) => opens(channel, membership, day));
}

/** What the server would have let them do there on that day. */
function rightsOf({ by, at, message: { channel } }: Happening) {
  const day = at.toISOString().slice(0, 10);
  const idOrNull = (kind: string, slug: string | null) => (slug === null ? null : idOf(kind, slug));
  const memberships = by.memberships
    .filter((membership) => onDay(membership, day))
    .map(({ role, side, network, partnership }) => ({
      role,
      side,
      networkId: idOrNull('network', network),
      partnershipId: idOrNull('partnership', partnership),
    }));
  const actor: Actor = { personId: by.id, sessionId: 'none', memberships };
  return rightsIn(actor, {
    networkId: idOf('network', channel.network),
    partnershipId: idOrNull('partnership', channel.partnership),
    kind: channel.kind,
    archived: channel.archivedAt !== null && day >= channel.archivedAt,
    origin: asked(channel, by) ? 'hand' : 'role',
  });
}

function mayDo(happening: Happening): boolean {
  const { kind, by, message } = happening;
  const may = rightsOf(happening);
  switch (kind) {
    case 'sent':
    case 'edited':
      return may.post && by === message.author && (message.groups.length === 0 || may.mentionGroups);
    case 'pinned':
    case 'resolved':
      return may.post;
    case 'removed':
      return by === message.author || may.moderate;
    case 'left':
      return may.leave;
    case 'reacted':
    case 'reported':
    case 'muted':
      return true;
  }
}

const rows = (tables: [string, Row[]][], table: string) => tables.find(([name]) => name === table)?.[1] ?? [];
const day = (at: Date) => at.toISOString().slice(0, 10);
const sent = (happenings: Happening[]) => happenings.filter(({ kind }) => kind === 'sent');

describe('the demonstration', () => {
  it('has conversations in each network', () => {
    expect(new Set(today.happenings.map(({ message }) => message.channel.network))).toEqual(
      new Set(data.networks.map(({ slug }) => slug)),
    );
  });

  it.each(made)('lets people act and be mentioned only where they could read, on $now', ({ happenings }) => {
    const wrong = happenings.flatMap(({ where, kind, by, at, message: { channel, mentions } }) =>
      [by, ...(kind === 'sent' ? mentions : [])]
        .filter((person) => !mayBeIn(channel, person, at))
        .map((person) => `${where}: ${person.key} in ${channel.slug}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets people do only what they were entitled to', () => {
    const wrong = today.happenings
      .filter((one) => !mayDo(one))
      .map(({ where, kind, by }) => `${where}: ${kind} by ${by.key}`);
    expect(wrong).toEqual([]);
  });

  it.each(made)(
    'tells each channel in the order of time and nothing from the future, on $now',
    ({ happenings, now }) => {
      const latest = new Map<string, number>();
      for (const { at, message } of happenings) {
        expect(at.getTime()).toBeGreaterThanOrEqual(latest.get(message.channel.id) ?? 0);
        expect(at.getTime()).toBeLessThan(now.getTime());
        latest.set(message.channel.id, at.getTime());
      }
    },
  );

  it('ends each channel where its events end, without a hole', () => {
    const seqs = new Map<unknown, number[]>();
    for (const { channel_id, seq } of rows(today.tables.conversations, 'channel_events'))
      seqs.set(channel_id, [...(seqs.get(channel_id) ?? []), Number(seq)]);
    for (const { id, last_seq } of rows(today.tables.people, 'channels'))
      expect(seqs.get(id) ?? []).toEqual(Array.from({ length: Number(last_seq) }, (_, index) => index + 1));
  });

  it('knows of each message the event that changed it last', () => {
    const changed = new Map<unknown, unknown>();
    const about = ({ kind }: Row) => String(kind).startsWith('message.') || kind === 'reaction.changed';
    for (const event of rows(today.tables.conversations, 'channel_events').filter(about))
      changed.set(event.subject_id, event.seq);
    for (const { id, changed_seq } of rows(today.tables.conversations, 'messages'))
      expect(changed_seq).toBe(changed.get(id));
  });

  it('shows each thing that can be done, sparingly', () => {
    const counted = (kind: Happening['kind']) => today.happenings.filter((one) => one.kind === kind).length;
    const quotes = sent(today.happenings).filter(({ message }) => message.quoted).length;
    expect(quotes).toBe(25);
    expect(counted('reacted')).toBeGreaterThan(100);
    expect(counted('reacted')).toBeLessThan(150);
    expect({
      edited: counted('edited'),
      pinned: counted('pinned'),
      resolved: counted('resolved'),
      removed: counted('removed'),
      reported: counted('reported'),
      muted: counted('muted'),
      left: counted('left'),
    }).toEqual({ edited: 15, pinned: 12, resolved: 20, removed: 2, reported: 1, muted: 1, left: 1 });
  });

  it('keeps what may hurt somebody in sensitive channels', () => {
    const sensitive = [...today.channels.values()].filter((channel) => channel.sensitive).map(({ slug }) => slug);
    expect(sensitive.sort()).toEqual([
      'cancer-and-chronic-disease',
      'child-and-maternal-health',
      'violence-prevention',
      'youth-health',
    ]);
  });

  it('keeps a network in its month on every day', () => {
    for (const { now, tables } of made)
      expect(
        rows(tables.field, 'networks').map((network) => {
          const [year, month] = String(network.starts_on).split('-').map(Number);
          return (now.getUTCFullYear() - (year ?? 0)) * 12 + now.getUTCMonth() + 1 - (month ?? 0) + 1;
        }),
      ).toEqual([44, 30, 17, 8]);
  });

  it('is the same for the same moment', () => {
    expect(JSON.stringify(demonstration(data, today.now).tables)).toBe(JSON.stringify(today.tables));
  });

  it('gives every id and address once', () => {
    const tables = [...today.tables.field, ...today.tables.people, ...today.tables.conversations];
    for (const [table, all] of tables) {
      const ids = all.flatMap(({ id }) => (id === undefined ? [] : [id]));
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
    }
    const addresses = rows(today.tables.people, 'people').map(({ email }) => String(email));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => !/^[a-z.]+@example\.org$/.test(address))).toEqual([]);
  });

  it('puts mandates, delays and withdrawals on invented places only', () => {
    const real = new Set(data.partnerships.filter(({ source }) => source === 'real').map(({ slug }) => slug));
    const holders = [...today.people.values()].flatMap(({ memberships }) => memberships);
    const roles = holders
      .filter(({ partnership }) => partnership !== null && real.has(partnership))
      .map(({ role }) => role);
    expect(new Set(roles)).toEqual(new Set(['partnership_coordinator']));
    expect(data.partnerships.filter(({ slug, withdrawn }) => withdrawn && real.has(slug))).toEqual([]);
  });

  it.each(made)('is where each network is in its plan, with real pairs in time, on $now', ({ now, tables }) => {
    const milestones = rows(tables.people, 'milestones');
    const items = new Map(rows(tables.people, 'plan_items').map((item) => [item.id, item]));
    const real = new Set(
      data.partnerships.flatMap(({ slug, source }) => (source === 'real' ? idOf('partnership', slug) : [])),
    );
    const told = milestones.map((one) => {
      const state = String(one.state) as MilestoneState;
      const forecastOn = one.forecast_on as string | null;
      const late = isLate({ state, plannedOn: String(one.planned_on), forecastOn, deadline: null }, now);
      const number = Number(items.get(one.item_id)?.number);
      return { network: one.network_id, state, late, number, forecastOn, ofReal: real.has(String(one.partnership_id)) };
    });
    expect(
      told.filter((one) => one.ofReal && (one.late || one.state === 'at_risk' || one.forecastOn !== null)),
    ).toEqual([]);
    const of = (network: string, number: number) =>
      told.filter((one) => one.network === idOf('network', network) && one.number === number);
    const count = (network: string, number: number, state: MilestoneState) =>
      of(network, number).filter((one) => one.state === state).length;
    for (const [network, done] of [
      ['human-rights', 22],
      ['equitable-health', 16],
      ['equality', 13],
      ['climate', 6],
    ] as const)
      for (let number = 1; number <= done; number++)
        expect([
          number,
          of(network, number).filter(({ state }) => !['done', 'not_applicable'].includes(state)),
        ]).toEqual([number, []]);
    expect(count('human-rights', 23, 'done')).toBe(4);
    expect(of('equitable-health', 17).filter(({ state }) => state !== 'done')).toMatchObject([{ late: true }]);
    expect(count('equitable-health', 19, 'done')).toBe(3);
    expect(count('equality', 14, 'not_applicable')).toBe(1);
    expect([count('climate', 7, 'done'), count('climate', 7, 'not_applicable')]).toEqual([5, 1]);
    expect(of('climate', 9).filter(({ state }) => state === 'at_risk')).toHaveLength(1);
    const today = now.toISOString();
    expect(milestones.filter(({ actual_on: day }) => typeof day === 'string' && day > today)).toEqual([]);
    const changes = rows(tables.people, 'milestone_changes');
    expect(changes.filter(({ changed_at }) => String(changed_at) > today)).toEqual([]);
  });

  it.each(made)(
    'has each country’s elections and holidays in the years of its networks, on $now',
    ({ now, tables }) => {
      const bands = rows(tables.people, 'calendar_bands');
      const [from, until] = [new Date(now), new Date(now)];
      from.setUTCMonth(from.getUTCMonth() - 43, 1);
      until.setUTCMonth(until.getUTCMonth() + 41, 0);
      for (const { starts_on, ends_on } of bands)
        expect([String(ends_on) >= day(from), String(starts_on) <= day(until)]).toEqual([true, true]);
      const countries = new Set([...data.places.real, ...data.places.fictional].map(({ country }) => country));
      expect(new Set(bands.map(({ country }) => country))).toEqual(countries);
      expect(bands.length).toBeLessThan(250);
    },
  );

  it('offers people of every kind at the door', () => {
    const offered = today.readers.map(({ person }) => person);
    const roles = new Set(offered.flatMap(({ memberships }) => memberships.map(({ role }) => role)));
    for (const role of [
      'administrator',
      'project_coordinator',
      'research_advisor',
      'expert',
      'mentor',
      'guest',
    ] as const)
      expect(roles).toContain(role);
    for (const role of ['partnership_coordinator', 'politician', 'senior_official'] as const)
      expect(roles).toContain(role);
  });
});
