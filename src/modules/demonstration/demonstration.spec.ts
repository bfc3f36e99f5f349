import { roles, type ChannelKind, type Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Channel } from './demonstration.channels.js';
import { parseConversation, speak, type Spoken } from './demonstration.conversations.js';
import { readData } from './demonstration.data.js';
import type { Membership, Persona } from './demonstration.people.js';
import { demonstration } from './loader.js';

const data = readData();
const days = ['2026-11-24T09:12:00Z', '2027-03-01T00:04:00Z', '2028-02-29T23:30:00Z', '2026-10-31T12:00:00Z'];
const made = days.map((day) => ({ now: new Date(day), ...demonstration(data, new Date(day)) }));
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
function opens(channel: Channel, { role, network, partnership, fromOn, untilOn }: Membership, day: string): boolean {
  if (day < fromOn || (untilOn !== null && day >= untilOn) || channel.kind === 'direct') return false;
  if (role === 'administrator') return channel.partnership === null && administratorChannels.includes(channel.slug);
  if (network !== channel.network || (channel.partnership !== null && partnership !== channel.partnership))
    return false;
  const applicant = data.partnerships.some(({ slug, applicant: still }) => slug === partnership && still);
  if (channel.kind === 'guest' && role === 'partnership_coordinator') return applicant;
  return rolesByKind[channel.kind].includes(role);
}

const asked = ({ network, slug }: Channel, { key }: Persona) =>
  data.rooms.byHand.some((hand) => hand.person === key && hand.network === network && hand.channel === slug);

function mayBeIn(channel: Channel, person: Persona, at: Date): boolean {
  const day = at.toISOString().slice(0, 10);
  return asked(channel, person) || person.memberships.some((membership) => opens(channel, membership, day));
}

const rows = (tables: [string, Record<string, unknown>[]][], table: string) =>
  tables.find(([name]) => name === table)?.[1] ?? [];

describe('the demonstration', () => {
  it('has conversations in each network', () => {
    expect(new Set(today.spoken.map(({ channel }) => channel.network))).toEqual(
      new Set(data.networks.map(({ slug }) => slug)),
    );
  });

  it.each(made)('lets people write and be mentioned only where they could read, on $now', ({ spoken }) => {
    const wrong = spoken.flatMap(({ where, channel, author, mentions, sentAt }: Spoken) =>
      [author, ...mentions]
        .filter((person) => !mayBeIn(channel, person, sentAt))
        .map((person) => `${where}: ${person.key} in ${channel.slug}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(made)('tells each channel in the order of time and nothing from the future, on $now', ({ spoken, now }) => {
    const latest = new Map<string, number>();
    for (const { channel, sentAt } of spoken) {
      expect(sentAt.getTime()).toBeGreaterThanOrEqual(latest.get(channel.id) ?? 0);
      expect(sentAt.getTime()).toBeLessThan(now.getTime());
      latest.set(channel.id, sentAt.getTime());
    }
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

  it('offers people of every kind at the door', () => {
    const offered = data.signIn.map((key) => today.people.get(key));
    const roles = new Set(offered.flatMap((person) => person?.memberships.map(({ role }) => role) ?? []));
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

describe('a conversation file', () => {
  const parse = (text: string) => parseConversation('a.md', text);
  const said = (text: string) =>
    speak('climate', parse(text), { people: today.people, channels: today.channels, now: today.now });

  it.each([
    ['# general\n## T\n-1d 9:00 climate.coordinator\nHi', 'a.md:3: a message starts'],
    ['# general\n## T\n-1d 09:00 climate.coordinator\n\n', 'a.md:3: a message without text'],
    ['# general\n-1d 09:00 climate.coordinator\nHi', 'a.md:2: a message outside a channel and a topic'],
    ['# general\n## T\nHi', 'a.md:3: a line before the first message'],
    ['# general\n## T\n-1d 09:00 admin1\nHi\n-2d 09:00 admin1\nHi', 'a.md:5: earlier than the message before it'],
  ])('is refused by line: %j', (text, sentence) => expect(() => parse(text)).toThrow(sentence));

  it.each([
    ['# kitchen\n## T\n-1d 09:00 climate.coordinator\nHi', 'a.md:3: climate has no channel kitchen'],
    ['# general\n## T\n-1d 09:00 climate.cook\nHi', 'a.md:3: nobody has the key climate.cook'],
    ['# general\n## T\n-1d 09:00 admin1\nHi @{climate.cook}', 'a.md:3: nobody has the key climate.cook'],
  ])('names only what there is: %j', (text, sentence) => expect(() => said(text)).toThrow(sentence));

  it("turns keys into mentions and first names, and a guest into that network's own", () => {
    const [message] = said(
      '# general\n## T\n-1d 09:00 climate.coordinator (sv)\n\nHej @{guest1} och {climate.advisor}!\n\nSlut\n',
    );
    const guest = today.people.get('climate.guest1');
    expect(message).toMatchObject({
      body: `Hej <@${guest?.id}> och Sigrid!\n\nSlut`,
      language: 'sv',
      mentions: [guest],
    });
  });
});
