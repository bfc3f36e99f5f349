/** Every cell of the access matrix, asked for real; and that no route or command is without its row. */
import {
  Failure,
  commandNames,
  partnershipRoles,
  paths,
  roles,
  type CommandName,
  type Input,
  type Role,
  type RouteName,
} from '@hub/contracts';
import { caller, type Hub } from '@hub/client';
import {
  channel,
  hub,
  membership,
  network,
  partnership,
  person,
  until,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { enrolByRole } from '../src/modules/channels/channels.fragments.js';
import { columns, guestsElsewhere, matrix, type Mark, type RowName, type Target } from './access-matrix.js';

/** Who asks: a column of the matrix, once for each role where the column stands for several. */
interface Asker {
  column: string;
  name: string;
  who: SignedIn | undefined;
}

let here: TestHub;
let networkId: string;
let themeId: string;
const governmentId = uuidv7();
const partyId = uuidv7();
const milestoneIds = { network: uuidv7(), partnership: uuidv7(), evidence: uuidv7() };
const seatIds = { vacant: uuidv7(), vacated: uuidv7(), handed: uuidv7(), ended: uuidv7() };
const visitIds = { changed: uuidv7(), undone: uuidv7() };
const broadcastIds = { draft: uuidv7(), discarded: uuidv7(), sent: uuidv7(), corrected: uuidv7() };
const noteIds = { answer: uuidv7(), published: uuidv7() };
let noteNumber: number;
const questionIds = { network: uuidv7(), partnership: uuidv7() };
const answerIds = { network: uuidv7(), partnership: uuidv7() };
let askers: Asker[];
const channels = new Map<Target, string>();
const topics = new Map<Target, string>();
const messages = new Map<Target, string>();
const toRemove = new Map<Target, string>();
let pairId: string;
let reportId: string;
let invitationId: string;
let writer: SignedIn;
/** What an administrator is asked to decide about people who are no column. */
const waiting = { toErase: uuidv7(), toRefuse: uuidv7(), fault: uuidv7() };
/** Somebody whose roles and account are changed, and who asks nothing. */
let lookedAfter: { personId: string; membershipId: string };
let daysGiven = 0;
const live = new Map<string, Hub>();

/** Columns are headed by the first five letters of a role, or of what tells it from its neighbours. */
const headings: Partial<Record<Role, string>> = {
  research_advisor: 'advis',
  project_coordinator: 'coord',
  project_manager: 'manag',
  guest_expert: 'outsi',
  team_member: 'team',
};
const columnOf = (role: Role) => headings[role] ?? role.slice(0, 5);
const columnNames = columns.split(/\s+/);

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database, 'asked-about');
  const otherId = await network(here.database, 'elsewhere');
  const [theme] = await here.database.query<{ id: string }>(`select id from themes where slug = 'asked-about'`);
  themeId = theme?.id ?? '';
  await here.database.query(
    `insert into local_governments (id, name, kind, country, time_zone, source)
    values ($1, 'asked-about', 'city', 'KE', 'Africa/Nairobi', 'fictional')`,
    [governmentId],
  );
  const [ours, theirs] = [
    await partnership(here.database, networkId, 'our-pair'),
    await partnership(here.database, otherId, 'their-pair'),
  ];
  pairId = ours;
  await openChannels(ours);
  askers = [{ column: 'nobod', name: 'nobody', who: undefined }];
  for (const role of roles) {
    askers.push({ column: columnOf(role), name: role, who: await holder(role, networkId, ours) });
    if (role !== 'administrator')
      askers.push({ column: 'other', name: `${role} elsewhere`, who: await holder(role, otherId, theirs) });
    askers.push({ column: 'remov', name: `removed ${role}`, who: await holder(role, networkId, ours) });
  }
  const changed = roles.filter((role) => role !== 'administrator' && role !== 'guest');
  for (const role of changed)
    askers.push({ column: 'guest', name: `${role}, now guest`, who: await holder(role, networkId, ours) });
  await here.database.query(enrolByRole, [null]);
  const guests = askers.flatMap(({ name, who }) => (name.endsWith('now guest') && who ? [who.personId] : []));
  await here.database.query(
    `update memberships set role = 'guest', partnership_id = null, side = null where person_id = any($1)`,
    [guests],
  );
  await here.database.query(enrolByRole, [null]);
  // They were in their channels until their role ended, a moment ago.
  const removed = askers.flatMap(({ column, who }) => (column === 'remov' && who ? [who.personId] : []));
  await here.database.query('update memberships set until_on = current_date where person_id = any($1)', [removed]);
  await startTopics();
  await askToBeErased();
  await addSeats(ours);
  await addMilestones(ours);
  await planVisits();
  await addUgandanParty(ours);
  await addBand();
  await sendUpdates();
  await refuseALetter();
  await mentionGuests();
  await publishNote(ours);
  await askQuestions(ours);
}, 60_000);

afterAll(() => here.close());

async function askToBeErased(): Promise<void> {
  for (const id of [waiting.toErase, waiting.toRefuse])
    await here.database.query('insert into erasure_requests (id, person_id) values ($1, $2)', [
      id,
      await person(here.database, 'Some Leaver'),
    ]);
  await here.database.query(`insert into faults (id, page, text, contact) values ($1, '/', 'It is dark.', '')`, [
    waiting.fault,
  ]);
}

/** A question with an accepted answer that no note was made of, and another with its note. */
async function publishNote(partnershipId: string): Promise<void> {
  for (const answerId of Object.values(noteIds)) {
    const questionId = uuidv7();
    await here.database.query(
      `insert into questions (id, network_id, partnership_id, asked_by, title, body, language, visibility, state)
      values ($1, $2, $3, $4, 'What do we know so far?', 'What we know so far.', 'en', 'network', 'accepted')`,
      [questionId, networkId, partnershipId, writer.personId],
    );
    await here.database.query(
      `insert into answers (id, question_id, author_id, body, language, accepted_at)
      values ($1, $2, $3, 'What we know so far.', 'en', now())`,
      [answerId, questionId, writer.personId],
    );
  }
  const call = caller({ origin: here.origin, headers: writer.headers });
  ({ number: noteNumber } = await call('note.publish', { ...noteDraft, answerId: noteIds.published }));
}

async function holder(role: Role, where: string, pair: string): Promise<SignedIn> {
  const personId = await person(here.database, `Some ${role}`);
  const inPair = (partnershipRoles as readonly Role[]).includes(role);
  await membership(here.database, personId, role, {
    networkId: role === 'administrator' ? undefined : where,
    ...(inPair && { partnershipId: pair, side: 'swedish' }),
  });
  return here.signIn(personId);
}

async function openChannels(partnershipId: string): Promise<void> {
  const kinds = {
    announcements: { kind: 'announcements', slug: 'announcements' },
    thematic: { kind: 'thematic' },
    room: { kind: 'partnership', partnershipId },
    steering: { kind: 'steering_group', partnershipId },
    mentors: { kind: 'mentor_team' },
    guests: { kind: 'guest' },
  } as const;
  for (const [target, options] of Object.entries(kinds))
    channels.set(target as Target, await channel(here.database, { networkId, ...options }));
}

/** In every channel a message that was edited and pinned, by a member who is no column, and one more to be removed. */
async function startTopics(): Promise<void> {
  const personId = await person(here.database, 'Some Expert');
  lookedAfter = { personId, membershipId: await membership(here.database, personId, 'expert', { networkId }) };
  writer = await here.signIn(await person(here.database, 'Some Writer'));
  await membership(here.database, writer.personId, 'project_coordinator', { networkId });
  const call = caller({ origin: here.origin, headers: writer.headers });
  for (const target of channels.keys()) {
    await here.database.query(
      `insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand') on conflict do nothing`,
      [channels.get(target), writer.personId],
    );
    const { id, topicId } = await call('message.send', input('message.send', target) as Input<'message.send'>);
    await call('message.edit', { messageId: id, baseVersion: 1, body: 'What we know so far. And more.' });
    await call('message.pin', { messageId: id, on: true });
    topics.set(target, topicId);
    messages.set(target, id);
    const other = await call('message.send', input('message.send', target) as Input<'message.send'>);
    toRemove.set(target, other.id);
  }
  await call('message.report', { messageId: messages.get('thematic') ?? '', reason: 'What we know so far.' });
  const notified = () => here.database.query(`select id from notifications where kind = 'report'`);
  await until(notified, (seen) => seen.length > 0);
  const [report] = await here.database.query<{ id: string }>('select id from reports');
  reportId = report?.id ?? '';
  const invitation = input('invitation.create', 'partnership') as Input<'invitation.create'>;
  ({ id: invitationId } = await call('invitation.create', invitation));
}

const noteDraft = {
  title: 'What we know so far',
  body: 'What we know so far.',
  language: 'en',
  sources: [],
  tagIds: [],
  reviewOn: `${new Date().getUTCFullYear() + 2}-01-31`,
};

const newAddress = () => `${uuidv7()}@example.org`;
const inOurTeamAsList = () => `email,name,role,partnership,side\n${newAddress()},Somebody,team_member,our-pair,swedish`;
function nextDay(): { fromOn: string; lastOn: string } {
  const day = new Date(Date.UTC(2040, 0, ++daysGiven)).toISOString().slice(0, 10);
  return { fromOn: day, lastOn: day };
}

/** One that is vacant and three that a politician sits in. */
async function addSeats(partnershipId: string): Promise<void> {
  const [seated] = await here.database.query<{ id: string }>(
    `select id from memberships where role = 'politician' and partnership_id = $1 and until_on is null limit 1`,
    [partnershipId],
  );
  for (const [name, id] of Object.entries(seatIds)) {
    await here.database.query(
      `insert into seats (id, steering_group_id, side, role, mandate, from_on)
      select $1, id, 'swedish', 'politician', 'majority', current_date from steering_groups where partnership_id = $2`,
      [id, partnershipId],
    );
    if (name !== 'vacant')
      await here.database.query(
        'insert into seat_holders (id, seat_id, membership_id, from_on) values ($1, $2, $3, current_date)',
        [uuidv7(), id, seated?.id],
      );
  }
}

/** One of the network and one of the partnership, each changed once, and evidence of the second. */
async function addMilestones(partnershipId: string): Promise<void> {
  for (const scope of ['network', 'partnership'] as const) {
    const id = milestoneIds[scope];
    await here.database.query(
      `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role)
      values ($1, $2, $3, 'report', $4, '{"en": "Report"}', 12, '2090-01-01', 'project_manager')`,
      [id, networkId, scope === 'network' ? 101 : 102, scope],
    );
    await here.database.query(
      `insert into milestones (id, item_id, network_id, partnership_id, planned_on, version) values ($1, $1, $2, $3, '2090-01-01', 2)`,
      [id, networkId, scope === 'network' ? null : partnershipId],
    );
    await here.database.query(
      `insert into milestone_changes (milestone_id, version, state) select $1, n, 'not_started' from generate_series(1, 2) n`,
      [id],
    );
  }
  await here.database.query(
    `insert into evidence (id, milestone_id, link, added_by) values ($1, $2, 'https://example.org', $3)`,
    [milestoneIds.evidence, milestoneIds.partnership, writer.personId],
  );
}

/** One is changed by whoever may, and a change of the other is taken back. */
async function planVisits(): Promise<void> {
  const call = caller({ origin: here.origin, headers: writer.headers });
  const plan = input('visit.plan', 'partnership') as Input<'visit.plan'>;
  for (const visitId of Object.values(visitIds)) await call('visit.plan', { ...plan, visitId });
  await call('visit.change', { visitId: visitIds.undone, baseVersion: 1, purpose: 'To see it again.' });
}

const bandId = uuidv7();
const bandDays = { startsOn: '2027-10-09', endsOn: '2027-10-09' };

/** In a country of the network asked about. */
async function addBand(): Promise<void> {
  await here.database.query(
    `insert into calendar_bands (id, kind, country, names, starts_on, ends_on)
    values ($1, 'holiday', 'UG', '{"en": "asked-about"}', $2, $3)`,
    [bandId, bandDays.startsOn, bandDays.endsOn],
  );
}

async function addUgandanParty(partnershipId: string): Promise<void> {
  const id = uuidv7();
  await here.database.query(
    `insert into local_governments (id, name, kind, country, time_zone, source)
    values ($1, 'Jinja', 'city', 'UG', 'Africa/Kampala', 'real')`,
    [id],
  );
  await here.database.query(
    `insert into partnership_parties (id, partnership_id, side, local_government_id, from_on)
    values ($1, $2, 'international', $3, current_date)`,
    [uuidv7(), partnershipId, id],
  );
}

/** Two that are sent, and two that are not, by somebody who is no column. */
async function sendUpdates(): Promise<void> {
  const call = caller({ origin: here.origin, headers: writer.headers });
  const draft = input('broadcast.draft', 'network') as Input<'broadcast.draft'>;
  for (const id of Object.values(broadcastIds)) await call('broadcast.draft', { ...draft, id });
  for (const broadcastId of [broadcastIds.sent, broadcastIds.corrected])
    await call('broadcast.send', { broadcastId, at: null });
}

/** To whom no update was sent. */
async function mentionGuests(): Promise<void> {
  const call = caller({ origin: here.origin, headers: writer.headers });
  const said = input('message.send', 'guests') as Input<'message.send'>;
  await call('message.send', { ...said, body: 'What we know so far. <@channel>' });
  const mentions = () => here.database.query(`select from notifications where kind = 'mention' limit 1`);
  await until(mentions, (seen) => seen.length > 0);
}

/** To somebody who is no column. */
async function refuseALetter(): Promise<void> {
  const unreached = await person(here.database, 'Some Unreached');
  await membership(here.database, unreached, 'expert', { networkId });
  await here.database.query(`update people set email = 'asked-about@example.org' where id = $1`, [unreached]);
  await here.database.query(
    `insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, reason, settled_at)
    values ($1, $2, 'email', 'mention', $1, 'email/refused', 'failed', 'smtp_550', now())`,
    [uuidv7(), unreached],
  );
}

/** One of the network and one that only a partnership and its advisors see, each with an answer, by people who are no column. */
async function askQuestions(partnershipId: string): Promise<void> {
  const asker = await person(here.database, 'Some Asker');
  await membership(here.database, asker, 'team_member', { networkId, partnershipId, side: 'swedish' });
  await here.database.query(
    `insert into tags (id, slug, theme_id, names) values ($1, 'asked', $2, '{"en": "Asked", "sv": "Frågat"}')`,
    [uuidv7(), themeId],
  );
  for (const scope of ['network', 'partnership'] as const) {
    await here.database.query(
      `insert into questions (id, network_id, partnership_id, asked_by, title, body, language, visibility, message_id)
      values ($1, $2, $3, $4, 'What we know so far.', 'What else?', 'en', $5, $6)`,
      [
        questionIds[scope],
        networkId,
        scope === 'network' ? null : partnershipId,
        asker,
        scope,
        scope === 'network' ? messages.get('thematic') : null,
      ],
    );
    await here.database.query(
      `insert into answers (id, question_id, author_id, body, language) values ($1, $2, $3, 'This.', 'en')`,
      [answerIds[scope], questionIds[scope], lookedAfter.personId],
    );
  }
}

/** Both as they were asked, with nobody answerable; or, of the first, as `row` needs it. */
async function askAnew(row: RowName): Promise<void> {
  await here.database.query(
    `update questions set state = 'open', responsible_id = null, routed_at = null, target_at = null, waiting_since = now(),
      closed_as = null, closed_at = null, closed_by = null, duplicate_of = null, version = 1, summary = '', title = 'What we know so far.'
    where id = any($1)`,
    [Object.values(questionIds)],
  );
  await here.database.query('update answers set accepted_at = null where id = any($1)', [Object.values(answerIds)]);
  await here.database.query('delete from question_steps');
  await here.database.query(`delete from questions where title = 'What we know so far.' and not id = any($1)`, [
    Object.values(questionIds),
  ]);
  if (row.startsWith('question.reopen'))
    await here.database.query(
      `update questions set state = 'closed', closed_as = 'no_answer', closed_at = now(), closed_by = asked_by,
        waiting_since = null where id = any($1)`,
      [Object.values(questionIds)],
    );
}

function inAnHour() {
  const at = new Date(Date.now() + 3_600_000).toISOString();
  return { day: at.slice(0, 10), time: at.slice(11, 16), timeZone: 'UTC' };
}
const preferences: Input<'preference.change'> = {
  mail: {},
  digest: 'daily',
  digestAt: '07:30',
  digestWeekday: 1,
  quietFrom: '20:00',
  quietUntil: '07:00',
  quietDays: [6, 7],
  quietHolidays: true,
};

function feedSubject(target: Target | undefined): object {
  if (target === 'network') return { scope: 'network', networkSlug: 'asked-about' };
  if (target === 'partnership') return { scope: 'partnership', partnershipSlug: 'our-pair' };
  return { scope: 'personal' };
}

function input(route: RouteName, target: Target | undefined): object {
  const channelId = target && channels.get(target);
  const topicId = target && topics.get(target);
  const messageId = target && messages.get(target);
  const networkSlug = 'asked-about';
  const party = { partnershipSlug: 'our-pair' };
  const person = { personId: writer?.personId };
  const inOurTeam = { role: 'team_member', partnershipId: pairId, side: 'swedish' };
  const milestoneId = milestoneIds[target === 'network' ? 'network' : 'partnership'];
  const audience = { networkIds: [networkId], partnershipIds: [], sides: [], roles: [] };
  const update = {
    audience,
    texts: [{ language: 'en', title: 'What we know so far.', body: 'Read it.' }],
    acknowledge: true,
    acknowledgeBy: null,
  };
  const scope = target === 'partnership' ? 'partnership' : 'network';
  const [questionId, answerId] = [questionIds[scope], answerIds[scope]];
  const asked = {
    id: uuidv7(),
    title: 'What we know so far.',
    body: 'What else?',
    language: 'en',
    summary: '',
    tagIds: [],
    visibility: 'network',
    messageId: null,
  };
  const answer = { id: 'a key that nobody has', type: 'public-key', response: {} };
  const inputs: Record<RouteName, object> = {
    'session.read': {},
    'session.end': {},
    'entrance.ask': { address: newAddress() },
    'entrance.enter': { token: 'A'.repeat(43) },
    'invitation.open': { token: 'A'.repeat(43) },
    'invitation.accept': { token: 'A'.repeat(43), name: 'A', title: '', timeZone: 'UTC', locale: 'en' },
    'invitation.list': { networkSlug },
    'invitation.create': {
      invitationId: uuidv7(),
      networkSlug,
      email: newAddress(),
      name: 'Somebody',
      locale: 'en',
      ...(target === 'partnership' ? inOurTeam : { role: 'expert' }),
    },
    'invitation.revoke': { invitationId },
    'invitation.resend': { invitationId },
    'invitation.preview': { networkSlug, csv: inOurTeamAsList() },
    'invitation.createMany': { networkSlug, csv: inOurTeamAsList() },
    'job.listFailed': {},
    'job.replay': { jobId: 9_999_999 },
    'address.listFailing': { networkSlug },
    'letter.failed': {},
    'demonstration.mails': {},
    'session.list': {},
    'session.endOne': { sessionId: uuidv7() },
    'session.endOthers': {},
    'person.sessions': person,
    'person.endSession': { ...person, sessionId: uuidv7() },
    'person.endSessions': person,
    'passkey.list': {},
    'passkey.options': {},
    'passkey.register': { name: 'Telephone', answer },
    'passkey.rename': { passkeyId: uuidv7(), name: 'Telephone' },
    'passkey.remove': { passkeyId: uuidv7() },
    'passkey.challenge': {},
    'passkey.enter': { answer },
    'passkey.confirm': { answer },
    'token.list': {},
    'token.create': { name: 'A bot', scope: 'read', days: 30 },
    'token.revoke': { tokenId: uuidv7() },
    'identity.provider': {},
    'identity.list': {},
    'identity.enter': {},
    'identity.link': {},
    'identity.remove': { identityId: uuidv7() },
    'demonstration.people': {},
    'demonstration.enter': { personId: uuidv7() },
    'profile.read': {},
    'profile.change': { title: 'Engineer' },
    'controller.read': {},
    'privacy.export': {},
    'erasure.read': {},
    'erasure.request': {},
    'erasure.withdraw': {},
    'erasure.list': {},
    'erasure.carryOut': { erasureId: waiting.toErase },
    'erasure.refuse': { erasureId: waiting.toRefuse, reason: 'The matter is not closed.' },
    'fault.report': { page: '/inbox', text: 'The button has no name.', contact: '' },
    'request.count': {},
    'fault.list': {},
    'fault.settle': { faultId: waiting.fault },
    'note.list': {},
    'note.read': { number: noteNumber },
    'note.begin': { answerId: noteIds.answer },
    'note.publish': { ...noteDraft, answerId: noteIds.answer },
    'note.revise': { ...noteDraft, number: noteNumber, baseVersion: 1, note: 'Clearer.' },
    'note.review': { number: noteNumber, reviewOn: noteDraft.reviewOn },
    'note.withdraw': { number: noteNumber, reason: 'It does not hold any more.' },
    'question.similar': { text: 'What do we know so far?', language: 'en' },
    'network.list': {},
    'network.read': { networkSlug },
    'network.directory': { networkSlug },
    'partnership.read': { partnershipSlug: 'our-pair' },
    'network.create': {
      networkId: uuidv7(),
      name: 'Asked about',
      themeId,
      region: 'East Africa',
      round: 2,
      purpose: 'To adapt together.',
      startsOn: '2026-04-01',
      channels: [],
    },
    'network.change': { networkSlug, region: 'East Africa' },
    'network.close': { networkSlug, to: 'open' },
    'theme.list': {},
    'partnership.create': {
      networkSlug,
      partnershipId: uuidv7(),
      name: 'Asked about pair',
      status: 'inception',
      fromOn: '2026-04-01',
      parties: [{ side: 'swedish', localGovernmentId: governmentId }],
    },
    'partnership.change': { partnershipSlug: 'our-pair', associate: false },
    'partnership.status': { partnershipSlug: 'our-pair', status: 'inception', fromOn: '2026-04-01' },
    'party.join': { ...party, partyId, side: 'swedish', localGovernmentId: governmentId, fromOn: '2026-04-01' },
    'party.leave': { ...party, partyId, untilOn: '2090-01-01' },
    'seat.list': party,
    'seat.add': {
      ...party,
      seatId: uuidv7(),
      side: 'swedish',
      role: 'politician',
      mandate: 'none',
      fromOn: '2090-01-01',
    },
    'seat.fill': { ...party, seatId: seatIds.vacant, ...person, fromOn: '2090-01-01' },
    'seat.vacate': { ...party, seatId: seatIds.vacated, untilOn: '2090-01-01' },
    'seat.handover': { ...party, seatId: seatIds.handed, ...person, on: '2090-01-01' },
    'seat.end': { ...party, seatId: seatIds.ended, untilOn: '2090-01-01' },
    'government.list': { ...(target && { networkSlug }) },
    'government.add': {
      ...(target && { networkSlug }),
      name: `asked-about ${uuidv7()}`,
      kind: 'city',
      country: 'KE',
      timeZone: 'Africa/Nairobi',
    },
    'theme.add': { names: { en: `Theme ${uuidv7()}`, sv: `Tema ${uuidv7()}` } },
    'theme.rename': { themeId, names: { en: `Theme ${uuidv7()}`, sv: `Tema ${uuidv7()}` } },
    'timeline.read': { ...(target && { networkSlug }) },
    'plan.layOut': { networkSlug },
    'plan.add': {
      networkSlug,
      itemId: uuidv7(),
      name: 'Minister visits',
      kind: 'exchange',
      scope: 'network',
      plannedOn: '2030-01-01',
      ownerRole: 'expert',
    },
    'milestone.read': { milestoneId },
    'milestone.change': { milestoneId, baseVersion: 2, state: 'not_started' },
    'milestone.undo': { milestoneId, baseVersion: 2 },
    'milestone.discuss': { milestoneId, topicId: topics.get('announcements') },
    'evidence.add': { milestoneId, evidenceId: uuidv7(), note: '', link: 'https://example.org', sdgTargets: [] },
    'evidence.remove': { milestoneId, evidenceId: milestoneIds.evidence },
    'evidence.restore': { milestoneId, evidenceId: milestoneIds.evidence },
    'mark.list': { ids: milestoneId },
    'visit.read': { visitId: visitIds.changed },
    'visit.plan': {
      partnershipSlug: 'our-pair',
      visitId: uuidv7(),
      hostSide: 'swedish',
      startsOn: '2026-11-02',
      endsOn: '2026-11-06',
      purpose: 'To see it.',
    },
    'visit.change': { visitId: visitIds.changed, baseVersion: 1, purpose: 'To see it again.' },
    'visit.undo': { visitId: visitIds.undone, baseVersion: 2 },
    'timeline.log': { partnershipSlug: 'our-pair' },
    'band.list': {},
    'band.add': { bandId: uuidv7(), kind: 'holiday', country: 'UG', name: 'asked-about', ...bandDays },
    'band.remove': { bandId },
    'band.restore': { bandId },
    'timeline.next': {},
    'feed.list': {},
    'feed.make': { feedId: uuidv7(), ...feedSubject(target) },
    'feed.revoke': { feedId: uuidv7() },
    'broadcast.list': { networkSlug },
    'broadcast.read': { broadcastId: broadcastIds.sent },
    'broadcast.audience': { audience, at: null },
    'broadcast.draft': { id: uuidv7(), ...update },
    'broadcast.change': { broadcastId: broadcastIds.draft, ...update },
    'broadcast.discard': { broadcastId: broadcastIds.discarded },
    'broadcast.test': { broadcastId: broadcastIds.draft },
    'broadcast.send': { broadcastId: broadcastIds.draft, at: inAnHour() },
    'broadcast.unschedule': { broadcastId: broadcastIds.draft },
    'broadcast.correct': {
      broadcastId: broadcastIds.corrected,
      version: 1,
      texts: update.texts,
      note: 'A.',
      again: false,
    },
    'broadcast.acknowledge': { broadcastId: broadcastIds.sent, version: 1 },
    'broadcast.discuss': { broadcastId: broadcastIds.sent, topicId: topics.get('announcements') },
    'broadcast.reach': { broadcastId: broadcastIds.sent },
    'reach.board': { networkSlug },
    'acknowledgement.read': { token: 'A'.repeat(43) },
    'acknowledgement.give': { token: 'A'.repeat(43), version: 1 },
    'channel.list': { networkSlug },
    'channel.create': {
      networkSlug,
      channelId: uuidv7(),
      name: 'Another matter',
      purpose: '',
      ...(target === 'partnership' ? { kind: 'partnership', partnershipId: pairId } : { kind: 'thematic' }),
    },
    'direct.open': { networkSlug, ...person },
    'channel.read': { channelId },
    'channel.change': { channelId, purpose: 'To talk.' },
    'channel.join': { channelId },
    'channel.leave': { channelId },
    'channel.archive': { channelId, archived: false },
    'channel.mute': { channelId, muted: false },
    'member.add': { channelId, personIds: [person.personId] },
    'member.remove': { channelId, ...person },
    'mention.reach': { channelId, group: 'channel' },
    'pin.list': { channelId },
    'presence.read': { channelId },
    'topic.read': { topicId },
    'topic.rename': { topicId, title: 'A matter' },
    'topic.move': { topicId, channelId },
    'topic.resolve': { topicId, resolved: false },
    'typing.set': { topicId, typing: true },
    'read.move': { topicId, epoch: 0, seq: 0 },
    'unread.list': {},
    'message.list': { topicId },
    'message.send': { channelId, clientId: uuidv7(), topicTitle: 'A matter', body: 'What we know so far.' },
    'message.edit': { messageId, baseVersion: 1, body: 'Something else.' },
    'message.remove': { messageId: target && toRemove.get(target), reason: 'So it is.' },
    'message.history': { messageId },
    'message.pin': { messageId, on: true },
    'message.report': { messageId, reason: 'Look at this.' },
    'reaction.set': { messageId, reaction: 'seen', on: true },
    'report.list': { networkSlug },
    'report.settle': { reportId, outcome: 'kept' },
    'person.list': {},
    'person.read': { ...person },
    'person.change': { personId: lookedAfter.personId, title: 'Engineer' },
    'person.disable': { personId: lookedAfter.personId, reason: 'So it is.' },
    'person.enable': { personId: lookedAfter.personId, reason: 'So it is.' },
    // In another time for each who asks: the same role twice at once is refused.
    'role.grant': {
      personId: lookedAfter.personId,
      networkId,
      ...(target === 'partnership'
        ? { role: 'team_member', partnershipId: pairId, side: 'swedish' }
        : { role: 'mentor' }),
      ...nextDay(),
    },
    'role.change': { membershipId: lookedAfter.membershipId, lastOn: null },
    'role.end': { membershipId: lookedAfter.membershipId, reason: 'So it is.' },
    'audit.list': {},
    'audit.export': {},
    'notification.list': {},
    'notification.read': {},
    'unsubscription.read': { token: 'A'.repeat(43) },
    'unsubscription.give': { token: 'A'.repeat(43) },
    'notification.done': { ids: [uuidv7()], done: true },
    'notification.later': { ids: [uuidv7()], until: new Date(Date.now() + 3_600_000).toISOString() },
    'preference.read': {},
    'preference.change': { ...preferences },
    'preference.preview': { preferences, kind: 'mention', at: new Date().toISOString() },
    'preference.channel': { channelId, mail: { reply: 'now' } },
    'preference.network': { networkSlug },
    'preference.setNetwork': { networkSlug, mail: { reply: 'now' } },
    'question.list': { networkSlug },
    'question.inbox': {},
    'question.queue': { networkSlug },
    'question.read': { questionId },
    'question.form': { networkSlug },
    'question.expect': { networkSlug, tagIds: [] },
    'question.ask': { ...asked, networkSlug, partnershipSlug: target === 'partnership' ? 'our-pair' : null },
    'question.change': {
      questionId,
      baseVersion: 1,
      ...(target === 'partnership' ? { title: 'What else we know' } : { summary: 'In short.' }),
    },
    'question.assign': { questionId, personId: writer?.personId },
    'question.take': { questionId },
    'question.decline': { questionId, reason: 'So it is.' },
    'question.remark': { questionId, id: uuidv7(), body: 'Where?', asksBack: false },
    'question.close': {
      questionId,
      ...(target === 'partnership'
        ? { as: 'duplicate', duplicateOf: questionIds.network }
        : { as: 'no_answer', duplicateOf: null }),
      reason: 'So it is.',
    },
    'question.reopen': { questionId, reason: 'So it is.' },
    'question.share': { questionId, partnershipSlug: 'our-pair', shared: true },
    'question.origins': { messageIds: messageId },
    'answer.post': { questionId, id: uuidv7(), body: 'This.', language: 'en', sources: [], messageId: null },
    'answer.edit': { answerId, baseVersion: 1, body: 'That.', sources: [] },
    'answer.accept': { answerId, accepted: true },
    'answer.endorse': { answerId, endorsed: true },
    'question.rules': { networkSlug },
    'question.setRules': { networkSlug, rules: [], responseDays: 5 },
    'tag.add': { networkSlug, id: uuidv7(), names: { en: `Tag ${uuidv7()}`, sv: `Ord ${uuidv7()}` } },
    'away.list': {},
    'away.add': { id: uuidv7(), fromOn: '2090-01-01', untilOn: '2090-01-02', standInId: null },
    'away.remove': { awayId: uuidv7() },
    'sync.resume': { userSeq: null, channels: [{ channelId, seq: 0 }] },
    'sync.backfill': { channelId, after: 0 },
  };
  return inputs[route];
}

/** What an answer about the network asked about would hold. */
function isAbout(answer: unknown): boolean {
  const text = JSON.stringify(answer);
  return (
    text.includes('asked-about') ||
    text.includes('"slug":"our-pair"') ||
    text.includes(networkId) ||
    text.includes(pairId) ||
    text.includes('What we know so far.') ||
    text.includes('"joined":') ||
    text.includes('"holders":') ||
    text.includes('"undone":') ||
    text.includes('"plannedOn":') ||
    /"(seq|people|here|added|membershipId|lines|invited|scheduledFor)":/.test(text)
  );
}

async function ask(row: RowName, { who, name }: Asker): Promise<Mark> {
  const [route, target] = row.replace(' live', '').split('@') as [RouteName, Target | undefined];
  try {
    const asked = input(route, target) as Input<typeof route>;
    const answer = row.endsWith(' live')
      ? await (await socketOf(name, who)).call(route, asked)
      : await caller({ origin: here.origin, headers: who?.headers ?? { origin: here.origin } })(route, asked);
    return isAbout(answer) || JSON.stringify(answer) === '{}' ? '+' : 'o';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const marks: Partial<Record<string, Mark>> = { NOT_FOUND: '-', FORBIDDEN: 'x', UNAUTHENTICATED: '!' };
    return marks[error.code] ?? (error.code as Mark);
  }
}

/** Nobody gets as far as a command: the handshake refuses. */
async function socketOf(name: string, who: SignedIn | undefined): Promise<Hub> {
  const known = live.get(name);
  if (known) return known;
  const client = here.client(who ?? { personId: '', headers: { cookie: '', origin: here.origin } });
  live.set(name, client);
  await until(client.state, (state) => state === 'online' || state === 'ended');
  return client;
}

/** What ends something for its asker comes last. */
const lateness = (row: string) =>
  ['session.end', 'channel.leave', 'member.remove'].indexOf(row.split('@')[0] ?? '') + 1;
const rows = (Object.entries(matrix) as [RowName, string][]).sort(
  ([a], [b]) => (lateness(a) === 1 ? 9 : lateness(a)) - (lateness(b) === 1 ? 9 : lateness(b)),
);

/** Whoever left or was taken out comes back for the next row. */
const comeBack = () =>
  here.database.query(`update channel_members set left_at = null, left_how = null where left_how in ('self', 'hand')`);

describe('the access matrix', () => {
  it.each(rows)('%s', async (row, marks) => {
    const expected = marks.trim().split(/\s+/);
    expect(expected).toHaveLength(columnNames.length);
    const seen: Record<string, Mark> = {};
    const wanted: Record<string, string | undefined> = {};
    for (const asker of askers) {
      if (row === 'invitation.revoke') await here.database.query('update invitations set revoked_at = null');
      if (row === 'invitation.resend') await here.database.query('delete from tries');
      if (row.startsWith('milestone.undo')) {
        await here.database.query('delete from milestone_changes where version > 2');
        await here.database.query('update milestones set version = 2 where version > 2');
      }
      if (row === 'broadcast.discard')
        await here.database.query(`update broadcasts set status = 'draft' where status = 'discarded'`);
      if (row === 'broadcast.correct') await here.database.query('update broadcasts set version = 1');
      if (row === 'broadcast.correct')
        for (const table of ['broadcast_texts', 'broadcast_versions'])
          await here.database.query(`delete from ${table} where version > 1`);
      if (row === 'note.revise') {
        await here.database.query('delete from note_versions where version > 1');
        await here.database.query('update knowledge_notes set version = 1');
      }
      if (row === 'note.withdraw')
        await here.database.query(`update knowledge_notes set withdrawn_at = null, withdrawn_reason = ''`);
      if (/^(question|answer)\./.test(row)) await askAnew(row);
      // They all come from one address.
      if (['fault.report', 'acknowledgement.give', 'unsubscription.give'].includes(row))
        await here.database.query('delete from tries');
      const mark = await ask(row, asker);
      seen[asker.name] = mark;
      wanted[asker.name] = /^guest\w* elsewhere$/.test(asker.name)
        ? (guestsElsewhere[row] ?? expected[columnNames.indexOf(asker.column)])
        : expected[columnNames.indexOf(asker.column)];
    }
    await comeBack();
    expect(seen).toEqual(wanted);
  });

  it('has a row for every route and every command', () => {
    const names = Object.keys(matrix);
    const has = (name: string, end: string) =>
      names.some((row) => row.endsWith(end) && row.replace(' live', '').split('@')[0] === name);
    expect((Object.keys(paths) as RouteName[]).filter((name) => !has(name, ''))).toEqual([]);
    expect(commandNames.filter((name: CommandName) => !has(name, ' live'))).toEqual([]);
    expect(columnNames.filter((column) => !askers.some((asker) => asker.column === column))).toEqual([]);
    console.info(`access matrix: ${rows.length} rows x ${askers.length} askers = ${rows.length * askers.length} cells`);
  });

  it('knows every route that the hub registered', () => {
    const { stack } = (here.app.nest.getHttpAdapter().getInstance() as { router: Router }).router;
    const registered = stack.flatMap(({ route }) =>
      route ? route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`) : [],
    );
    const beside = [
      'GET /api/oidc/return',
      'GET /calendar/:token.ics',
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
      'GET /api/openapi.json',
      'GET /api/docs',
      'GET /api/docs.css',
    ];
    const contracted = Object.values(paths).map((path) => path.replace(' ', ' /api'));
    expect(registered.sort()).toEqual([...beside, ...contracted].sort());
  });

  it('answers for hidden and absent alike, byte for byte', async () => {
    const outsider = askers.find(({ name }) => name === 'expert elsewhere')?.who;
    const get = async (path: string) => {
      const response = await fetch(`${here.origin}/api${path}`, { headers: outsider?.headers });
      const headers = Object.fromEntries([...response.headers].filter(([key]) => key !== 'date'));
      return { status: response.status, headers, body: await response.text() };
    };
    const id = uuidv7();
    const pairs = [
      ['/networks/asked-about', '/networks/nowhere'],
      ['/networks/asked-about/directory', '/networks/nowhere/directory'],
      ['/partnerships/our-pair', '/partnerships/no-pair'],
      [`/channels/${channels.get('thematic')}`, `/channels/${id}`],
      [`/topics/${topics.get('thematic')}`, `/topics/${id}`],
      [`/topics/${topics.get('steering')}/messages`, `/topics/${id}/messages`],
      [`/channels/${channels.get('room')}/events?after=0`, `/channels/${id}/events?after=0`],
      [`/people/${writer.personId}`, `/people/${id}`],
    ] as const;
    for (const [hidden, absent] of pairs) expect(await get(hidden)).toEqual(await get(absent));
  });

  it('takes no write and no socket from another page', async () => {
    const member = askers.find(({ name }) => name === 'expert')?.who;
    for (const origin of ['https://elsewhere.example', undefined]) {
      const headers = { cookie: member?.headers.cookie ?? '', ...(origin && { origin }) };
      const response = await fetch(`${here.origin}/api/notifications/read`, { method: 'POST', headers });
      expect(response.status).toBe(403);
      const client = here.client(member as SignedIn, { headers });
      await until(client.state, (state) => state === 'ended');
    }
  });
});
