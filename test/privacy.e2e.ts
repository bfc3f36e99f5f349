/** A person's own data: taken along as it is, and erased so that nothing tells who they were while the record stands. */
import { caller, type Call } from '@hub/client';
import type { HubEvent, Role } from '@hub/contracts';
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
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

/** Whatever holds one of these tells who it was. */
const canaries = ['Zqxvara Wjkmoberg', 'zqxcanary@example.org', 'Zqxinit', 'Zqxtitle', 'Zqxtown', 'zqx'];
const [name, email, , title] = canaries as [string, string, string, string];

let here: TestHub;
let networkId: string;
let admin: Someone;
let leaver: Someone;
let reader: Someone;
let channelId: string;
let directId: string;
let milestoneId: string;
let visitId: string;
const broadcastId = uuidv7();

async function somebody(called: string, role: Role, place: object = { networkId }): Promise<Someone> {
  const personId = await person(here.database, called);
  await membership(here.database, personId, role, place);
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  const pairId = await partnership(here.database, networkId);
  admin = await somebody('Sigrid Holm', 'administrator', {});
  leaver = await somebody(name, 'project_coordinator');
  reader = await somebody('Lars Ek', 'politician', { networkId, partnershipId: pairId, side: 'swedish' });
  await plantInPerson();
  const members = [leaver.personId, reader.personId];
  channelId = await channel(here.database, { networkId, members });
  await talk();
  await plan(pairId);
  await askAndAnswer(pairId);
  await choose();
  await comeIn();
});

afterAll(() => here.close());

/** Every column of `people` that takes a text takes a canary, also one that a later feature adds. */
async function plantInPerson(): Promise<void> {
  const town = uuidv7();
  await here.database.query(
    `insert into local_governments (id, name, kind, country, time_zone, source)
    values ($1, 'Zqxtown', 'municipality', 'SE', 'Europe/Stockholm', 'fictional')`,
    [town],
  );
  const known = { name, email, initials: 'Zqxinit', title } as Record<string, string>;
  const columns = await here.database.query<{ column: string }>(
    `select column_name as column from information_schema.columns
    where table_name = 'people' and data_type = 'text' and table_schema = current_schema()`,
  );
  for (const { column } of columns)
    await here.database
      .query(`update people set ${column} = $2 where id = $1`, [leaver.personId, known[column] ?? 'Zqx'])
      .catch((error: unknown) => expect(['locale', 'theme', String(error)]).toContain(column));
  await here.database.query('update people set local_government_id = $2, email_visible = true where id = $1', [
    leaver.personId,
    town,
  ]);
}

/** They write their name wherever a person can write, and others write it too. */
async function talk(): Promise<void> {
  const say = (who: Someone, body: string, more: object) =>
    who.call('message.send', { channelId, clientId: uuidv7(), body, ...more });
  const first = await say(leaver, `I am ${name.toUpperCase()}, write to ${email}.`, { topicTitle: `About ${name}` });
  const { topicId } = first;
  await leaver.call('message.edit', { messageId: first.id, baseVersion: 1, body: `${name} it is, by ${email}` });
  await leaver.call('message.pin', { messageId: first.id, on: true });
  const second = await say(reader, `<@${leaver.personId}> means ${name}, not ${name}sson (${email})`, {
    topicId,
    replyToId: first.id,
  });
  const gone = await say(leaver, `${name} regrets`, { topicId });
  await leaver.call('message.remove', { messageId: gone.id });
  const rude = await say(reader, 'Something rude.', { topicId });
  await leaver.call('message.remove', { messageId: rude.id, reason: `${name} finds it rude.` });
  await leaver.call('reaction.set', { messageId: second.id, reaction: 'thanks', on: true });
  await leaver.call('message.report', { messageId: second.id, reason: `It names ${name}.` });
  await reader.call('message.report', { messageId: first.id, reason: `It shows ${email}.` });
  await reader.call('message.edit', {
    messageId: second.id,
    baseVersion: 1,
    body: `Ask <@${leaver.personId}> or ${name}`,
  });
  await leaver.call('channel.create', {
    networkSlug: 'climate',
    channelId: uuidv7(),
    name: `${name}’s corner`,
    purpose: `To ask ${name}`,
    kind: 'thematic',
  });
  visitId = uuidv7();
  const days = { startsOn: '2026-11-02', endsOn: '2026-11-06' };
  const told = { programme: `${name} shows the pumps`, lessons: `Ask ${name}`, reason: `${name} is away.` };
  const partnershipSlug = 'granvika-mto-mpya';
  await leaver.call('visit.plan', {
    partnershipSlug,
    visitId,
    hostSide: 'swedish',
    ...days,
    purpose: `To meet ${name}`,
  });
  await leaver.call('visit.change', { visitId, baseVersion: 1, ...told });
  await sendUpdate();
  const direct = await leaver.call('direct.open', { networkSlug: 'climate', personId: reader.personId });
  directId = direct.id;
  const titled = [leaver, reader].map(({ personId }) => (personId === leaver.personId ? name : 'Lars Ek')).join(' – ');
  const body = `Between us: ${name}`;
  await leaver.call('message.send', { channelId: directId, clientId: uuidv7(), topicTitle: titled, body });
  await reader.call('fault.report', { page: '/n/climate', text: `${name} cannot read it.`, contact: email });
  await here.database.query(
    `insert into demonstration_mails (id, recipient, subject, plain, html) values
      ($1, $3, 'Yours', 'Hello Zqxvara', 'Hello Zqxvara'), ($2, 'Lars Ek <lars@example.org>', $4, $4, $4)`,
    [uuidv7(), uuidv7(), `${name} <${email}>`, `${name} mentioned you`],
  );
  await here.database.query(
    `insert into calendar_bands (id, kind, country, names, starts_on, ends_on, added_by)
    values ($1, 'holiday', 'KE', $2, '2027-10-20', '2027-10-20', $3)`,
    [uuidv7(), JSON.stringify({ en: `${name} is away` }), leaver.personId],
  );
  await until(
    () => here.database.query('select id from outbox'),
    (rows) => rows.length === 0,
  );
}

/** On the timeline they write in every field, and are written about. */
async function plan(pairId: string): Promise<void> {
  await channel(here.database, {
    networkId,
    kind: 'announcements',
    slug: 'announcements',
    members: [leaver.personId, reader.personId],
  });
  await leaver.call('plan.add', {
    networkSlug: 'climate',
    itemId: uuidv7(),
    name: `Dinner with ${name}`,
    kind: 'exchange',
    scope: 'partnership',
    plannedOn: '2030-05-04',
    ownerRole: 'project_manager',
  });
  const [made] = await here.database.query<{ id: string }>('select id from milestones where partnership_id = $1', [
    pairId,
  ]);
  milestoneId = made?.id ?? '';
  await leaver.call('milestone.change', {
    milestoneId,
    baseVersion: 1,
    forecastOn: '2030-06-01',
    lesson: `Ask ${name} early.`,
    reason: `${name} is away, write to ${email}.`,
  });
  await admin.call('milestone.change', { milestoneId, baseVersion: 2, state: 'at_risk', reason: `${name} left.` });
  await leaver.call('evidence.add', {
    milestoneId,
    evidenceId: uuidv7(),
    note: `A photo of ${name}`,
    link: `https://example.org/?mail=${email}`,
    sdgTargets: [],
  });
}

/** They ask, answer, remark, give reasons and write a note, and others name them in theirs. */
async function askAndAnswer(pairId: string): Promise<void> {
  const { personId } = leaver;
  const sources = JSON.stringify([{ title: `A talk by ${name}`, url: `https://example.org/?by=${email}` }]);
  const ask = (id: string, askedBy: string) =>
    here.database.query(
      `insert into questions (id, network_id, partnership_id, asked_by, title, body, language, summary, visibility,
        state, closed_as, closed_by, closed_at, closed_reason)
      values ($1, $2, $3, $4, $5, $6, 'en', $6, 'network', 'closed', 'withdrawn', $4, now(), $6)`,
      [id, networkId, pairId, askedBy, `Who but ${name} knows?`, `Ask ${name} at ${email}.`],
    );
  const answer = (id: string, questionId: string, authorId: string) =>
    here.database.query(
      `with a as (
        insert into answers (id, question_id, author_id, role, body, language, sources)
        values ($1, $2, $3, 'expert', $4, 'en', $5) returning id)
      insert into answer_versions (answer_id, version, body, sources, at) select id, 1, $4, $5, now() from a`,
      [id, questionId, authorId, `${name} knows it.`, sources],
    );
  const note = (answerId: string, authorId: string) =>
    here.database.query(
      `with k as (
        insert into knowledge_notes (id, answer_id, network_id, author_id, title, body, language, sources, review_on,
          withdrawn_at, withdrawn_reason)
        values ($1, $2, $3, $4, $5, $5, 'en', $6, '2030-01-01', now(), $5) returning id)
      insert into note_versions (note_id, version, title, body, sources, note, by_id) select id, 1, $5, $5, $6, $5, $4 from k`,
      [uuidv7(), answerId, networkId, authorId, `What ${name} knows`, sources],
    );
  for (const { personId: who } of [leaver, reader]) {
    const [questionId, answerId] = [uuidv7(), uuidv7()];
    await ask(questionId, who);
    await answer(answerId, questionId, who);
    await note(answerId, who);
    await here.database.query('insert into answer_endorsements (answer_id, person_id) values ($1, $2)', [
      answerId,
      personId,
    ]);
    await here.database.query(
      `insert into question_steps (question_id, number, step, by_id, to_id, reason, before)
      values ($1, 1, 'edited', $2, $3, $4, $5)`,
      [questionId, who, personId, `${name} asked me to.`, JSON.stringify({ title: `Is it ${name}?`, body: email })],
    );
    await here.database.query(
      'insert into question_remarks (id, question_id, author_id, body) values ($1, $2, $3, $4)',
      [uuidv7(), questionId, who, `What does ${name} say?`],
    );
    await here.database.query(
      'insert into question_shares (question_id, partnership_id, person_id) values ($1, $2, $3)',
      [questionId, pairId, personId],
    );
  }
  await here.database.query(`insert into tags (id, slug, names) values ($1, 'whose', $2)`, [
    uuidv7(),
    JSON.stringify({ en: `${name}’s matters`, sv: name }),
  ]);
  await here.database.query(
    `insert into away_periods (id, person_id, from_on, until_on) values ($1, $2, '2030-07-01', '2030-07-20')`,
    [uuidv7(), personId],
  );
}

/** How they want to be told, in all and of one channel. */
async function choose(): Promise<void> {
  await leaver.call('preference.change', {
    mail: { mention: 'digest' },
    digest: 'weekly',
    digestAt: '08:00',
    digestWeekday: 2,
    quietFrom: '19:00',
    quietUntil: '07:00',
    quietDays: [7],
    quietHolidays: true,
  });
  await leaver.call('preference.channel', { channelId, mail: { reply: 'now' } });
}

/** Every way in that a person can have, each with their name or address where it has room for one. */
async function comeIn(): Promise<void> {
  const { personId } = leaver;
  await here.database.query(
    `with i as (
      insert into invitations (id, email, name, role, locale, expires_at, accepted_at, person_id)
      values ($2, $4, $5, 'administrator', 'en', now(), now(), $1) returning id),
    l as (insert into invitation_letters (id, invitation_id) select gen_random_uuid(), id from i),
    s as (insert into sign_ins (id, person_id, invitation_id, expires_at) select gen_random_uuid(), $1, id, now() from i),
    k as (
      insert into passkeys (id, person_id, credential_id, public_key, counter, name, backed_up)
      values (gen_random_uuid(), $1, 'credential', '', 0, $5, false)),
    f as (
      insert into calendar_feeds (id, person_id, scope, token_hash) values (gen_random_uuid(), $1, 'personal', '\\x00')),
    t as (
      insert into personal_tokens (id, person_id, token_hash, name, scope, expires_at)
      values (gen_random_uuid(), $1, '', $5, 'read', now()))
    insert into identities (id, person_id, issuer, subject) values ($3, $1, 'https://id.example.org', $4)`,
    [personId, uuidv7(), uuidv7(), email, name],
  );
}

/** A job that failed, with what it was to do. */
const failJob = () =>
  here.database.query(`insert into outbox (topic, payload, failed_at, failure) values ('letter', $1, now(), $2)`, [
    JSON.stringify({ to: email, name }),
    `${email} was refused`,
  ]);

/** Every cell of every table, the queue's as well, that holds one of the words. */
async function found(words: string[]): Promise<string[]> {
  const columns = await here.database.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY') order by 1, 2`,
  );
  const seen: string[] = [];
  for (const { schema, table, column } of columns) {
    const rows = await here.database.query<{ text: string }>(
      `select left("${column}"::text, 200) as text from "${schema}"."${table}" where "${column}"::text ~* any($1::text[])`,
      [words],
    );
    seen.push(...rows.map(({ text }) => `${table}.${column}: ${text}`));
  }
  return seen;
}

/** What the record is made of, without any words. */
const record = () =>
  here.database.query(`
    select 'message' as what, id, seq, author_id as who, removed_by as by, version from messages
    union all select 'event', subject_id, seq, channel_id, null, version from channel_events where kind <> 'person.erased'
    union all select 'reaction', message_id, 0, person_id, null, 0 from reactions
    union all select 'report', message_id, 0, reporter_id, settled_by, 0 from reports
    union all select action, subject_id, 0, actor_id, network_id, 0 from audit_entries where action not like 'erasure.%'
    union all select 'milestone', milestone_id, version, changed_by, null, version from milestone_changes
    union all select 'evidence', id, 0, added_by, milestone_id, 0 from evidence
    union all select 'question', id, version, asked_by, closed_by, 0 from questions
    union all select 'step', question_id, number, by_id, to_id, 0 from question_steps
    union all select 'answer', id, version, author_id, question_id, 0 from answers
    union all select 'note', id, number, author_id, answer_id, version from knowledge_notes
    union all select 'mention', message_id, 0, person_id, null, 0 from message_mentions
    order by 1, 2, 3, 4`);

/** By the leaver, corrected once. */
async function sendUpdate(): Promise<void> {
  const audience = { networkIds: [networkId], partnershipIds: [], sides: [], roles: [] };
  const texts = [{ language: 'en', title: `${name} will be away`, body: `Write to ${email}` }];
  const asked = { acknowledge: true, acknowledgeBy: null };
  await leaver.call('broadcast.draft', { id: broadcastId, audience, texts, ...asked });
  await leaver.call('broadcast.send', { broadcastId, at: null });
  const note = `${name} is back.`;
  await leaver.call('broadcast.correct', { broadcastId, version: 1, texts, note, again: false });
}

describe('own data', () => {
  it('is everything one wrote and did, under readable names, and nobody else’s', async () => {
    const data = await leaver.call('privacy.export', {});
    expect(data.profile).toMatchObject({ name, email, title, localGovernment: 'Zqxtown' });
    expect(data.memberships).toMatchObject([
      { role: 'project_coordinator', network: { slug: 'climate' }, until: null },
    ]);
    expect(data.waysIn['sessions']).toHaveLength(1);
    expect(data.waysIn['calendarFeeds']).toMatchObject([{ scope: 'personal', lastUsedOn: null }]);
    expect(data.bands).toMatchObject([{ country: 'KE', name: `${name} is away` }]);
    expect(Object.keys(data.waysIn['sessions']?.[0] ?? {}).sort()).toEqual(
      expect.arrayContaining(['createdAt', 'expiresAt']),
    );
    expect(JSON.stringify(data.waysIn)).not.toMatch(/hash|verifier|challenge"|publicKey/i);
    expect(data.messages.map(({ text }) => text)).toEqual([`${name} it is, by ${email}`, '', `Between us: ${name}`]);
    expect(data.messages[0]?.earlierVersions).toMatchObject([{ text: expect.stringContaining('WJKMOBERG') }]);
    expect(data.reports).toMatchObject([{ reason: `It names ${name}.` }]);
    expect(data.reportsOfMine).toHaveLength(1);
    expect(data.mentions).toHaveLength(1);
    expect(data.reactions).toMatchObject([{ reaction: 'thanks' }]);
    expect(data.letters).toMatchObject([{ subject: 'Yours' }]);
    expect(data.milestoneChanges).toMatchObject([
      { milestone: `Dinner with ${name}`, reason: `${name} is away, write to ${email}.`, forecastOn: '2030-06-01' },
    ]);
    expect(data.evidence).toMatchObject([{ note: `A photo of ${name}`, messageId: null }]);
    expect(data.visitChanges).toMatchObject([
      { visitId, visit: { purpose: `To meet ${name}` } },
      { visitId, reason: `${name} is away.`, visit: { lessons: `Ask ${name}` } },
    ]);
    expect(data.broadcasts).toMatchObject([
      { broadcastId, version: 1, texts: [{ title: `${name} will be away`, body: `Write to ${email}` }] },
      { broadcastId, version: 2, note: `${name} is back.` },
    ]);
    expect(data.questions).toMatchObject([
      { title: `Who but ${name} knows?`, earlierVersions: [{ title: `Is it ${name}?`, text: email }] },
    ]);
    expect(data.answers).toMatchObject([
      { text: `${name} knows it.`, earlierVersions: [{ text: `${name} knows it.` }] },
    ]);
    expect(data.questionRemarks).toMatchObject([{ text: `What does ${name} say?` }]);
    expect(data.questionSteps.map(({ byThemselves }) => byThemselves)).toEqual([true, false]);
    expect(data.endorsements).toHaveLength(2);
    expect(data.questionShares).toHaveLength(2);
    expect(data.knowledgeNotes).toMatchObject([{ title: `What ${name} knows`, versions: [{ version: 1 }] }]);
    expect(data.awayPeriods).toEqual([{ from: '2030-07-01', until: '2030-07-20' }]);
    expect(data.preferences).toMatchObject([{ mail: { mention: 'digest' }, digest: 'weekly', quietFrom: '19:00' }]);
    expect(data.channelPreferences).toMatchObject([{ channelId, mail: { reply: 'now' } }]);
    expect(data.channels.map(({ kind }) => kind)).toContain('direct');
    expect(data.audit.filter(({ byThemselves }) => byThemselves).map(({ action }) => action)).toContain(
      'message.remove',
    );
    expect(JSON.stringify(data)).not.toContain('Something rude');
  });

  it('comes as a file that no cache keeps', async () => {
    const answer = await fetch(`${here.origin}/api/privacy/export`, { headers: leaver.headers });
    expect(answer.headers.get('content-disposition')).toContain('samverka-my-data.json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is not asked for without end', async () => {
    const asks = Array.from({ length: 10 }, () => reader.call('privacy.export', {}));
    await Promise.all(asks);
    await expect(reader.call('privacy.export', {})).rejects.toMatchObject({ code: 'LIMITED' });
  });
});

describe('a request to be erased', () => {
  it('is made once, taken back, refused with a reason that its person reads', async () => {
    expect((await reader.call('erasure.read', {})).request).toBeNull();
    await reader.call('erasure.request', {});
    await reader.call('erasure.request', {});
    expect(await admin.call('erasure.list', {})).toHaveLength(1);
    expect((await reader.call('erasure.withdraw', {})).request).toMatchObject({ outcome: 'withdrawn' });
    expect(await admin.call('erasure.list', {})).toEqual([]);
    await reader.call('erasure.request', {});
    const [request] = await admin.call('erasure.list', {});
    await admin.call('erasure.refuse', { erasureId: request?.id ?? '', reason: 'The audit is not over.' });
    expect((await reader.call('erasure.read', {})).request).toMatchObject({
      outcome: 'refused',
      reason: 'The audit is not over.',
    });
  });

  it('is not made and taken back without end', async () => {
    const asks = Array.from({ length: 10 }, () => reader.call('erasure.request', {}).catch(() => undefined));
    await Promise.all(asks);
    await expect(reader.call('erasure.request', {})).rejects.toMatchObject({ code: 'LIMITED' });
    await reader.call('erasure.withdraw', {});
  });

  it('of the last administrator is not carried out', async () => {
    await admin.call('erasure.request', {});
    const [request] = await admin.call('erasure.list', {});
    expect(request?.lastAdministrator).toBe(true);
    await expect(admin.call('erasure.carryOut', { erasureId: request?.id ?? '' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await admin.call('erasure.withdraw', {});
  });
});

describe('carried out', () => {
  let before: object[];
  let pseudonym: string;
  const told: HubEvent[] = [];

  it('is heard of by whoever is there, and ends every session at once', async () => {
    expect((await found(canaries)).length).toBeGreaterThan(20);
    before = await record();
    await failJob();
    const watching = here.client(reader);
    watching.onEvents((events) => told.push(...events));
    const theirs = here.client(leaver);
    await until(watching.state, (state) => state === 'online');
    await until(theirs.state, (state) => state === 'online');
    watching.follow(channelId, (await reader.call('channel.read', { channelId })).lastSeq);
    await leaver.call('erasure.request', {});
    const [request] = await admin.call('erasure.list', {});
    expect(request).toMatchObject({ person: { name, email }, messages: 3, lastAdministrator: false });
    const { person: erased } = await admin.call('erasure.carryOut', { erasureId: request?.id ?? '' });
    pseudonym = erased.name;
    expect(erased).toMatchObject({ id: leaver.personId, initials: 'FM' });
    await until(theirs.state, (state) => state === 'ended');
    await until(
      () => told.filter(({ kind }) => kind === 'person.erased'),
      (events) => events.some((event) => 'channelId' in event && event.channelId === channelId),
    );
    await expect(leaver.call('profile.read', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('leaves nothing that tells who it was, in any column of any table', async () => {
    // The place they worked for is not theirs, and a longer name is another's.
    const left = (await found(canaries)).filter((cell) => !cell.startsWith('local_governments.'));
    expect(left).toEqual([
      `message_versions.body: <@${leaver.personId}> means ${pseudonym}, not ${name}sson (former-${pseudonym.slice(-4).toLowerCase()}@erased.invalid)`,
    ]);
  });

  it('leaves no calendar feed', async () => {
    expect(await here.database.query('select id from calendar_feeds')).toEqual([]);
  });

  it('leaves no choices of how to be told', async () => {
    for (const table of ['preferences', 'channel_preferences', 'away_periods'])
      expect(await here.database.query(`select from ${table} where person_id = $1`, [leaver.personId])).toEqual([]);
  });

  it('leaves nothing in what others are answered', async () => {
    const topics = (await reader.call('channel.read', { channelId })).topics;
    const answers = await Promise.all([
      reader.call('network.read', { networkSlug: 'climate' }),
      reader.call('network.directory', { networkSlug: 'climate' }),
      reader.call('partnership.read', { partnershipSlug: 'granvika-mto-mpya' }),
      reader.call('channel.list', { networkSlug: 'climate' }),
      reader.call('channel.read', { channelId }),
      reader.call('pin.list', { channelId }),
      reader.call('unread.list', {}),
      reader.call('notification.list', {}),
      reader.call('visit.read', { visitId }),
      reader.call('broadcast.read', { broadcastId }),
      reader.call('sync.backfill', { channelId, after: 0 }),
      reader.call('timeline.read', {}),
      reader.call('milestone.read', { milestoneId }),
      ...topics.map(({ id }) => reader.call('message.list', { topicId: id })),
      admin.call('network.directory', { networkSlug: 'climate' }),
      admin.call('erasure.list', {}),
      admin.call('fault.list', {}),
    ]);
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/zqx/i);
    const said = JSON.stringify(answers);
    expect(said).toContain(`"title":"About ${pseudonym}"`);
    expect(said).toContain(`Ask <@${leaver.personId}> or ${pseudonym}`);
    expect(said).toContain(`"kind":"person","id":"${leaver.personId}","name":"${pseudonym}"`);
  });

  it('leaves a direct conversation to the other one of the two', async () => {
    const { name: named, topics } = await reader.call('channel.read', { channelId: directId });
    expect(named).toBe(pseudonym);
    expect(topics).toMatchObject([{ title: `${pseudonym} – Lars Ek` }]);
  });

  it('leaves the record as it was: numbers, tombstones, and who did what', async () => {
    const after = await record();
    const isLeaving = (row: object) =>
      'what' in row && row.what === 'event' && !before.some((one) => JSON.stringify(one) === JSON.stringify(row));
    expect(after.filter((row) => !isLeaving(row))).toEqual(before);
    const entries = await here.database.query(
      'select action, actor_id as actor, subject_id as subject, after from audit_entries where action = $1',
      ['erasure.carryOut'],
    );
    expect(entries).toMatchObject([
      { actor: admin.personId, subject: leaver.personId, after: { memberships: [expect.any(String)] } },
    ]);
  });

  it('lets nothing else change the audit trail', async () => {
    const change = (sql: string) =>
      here.database.transaction(async (tx) => {
        await tx.query(`select set_config('hub.erasing', 'on', true)`);
        await tx.query(sql);
      });
    await expect(here.database.query(`update audit_entries set reason = 'Other'`)).rejects.toThrow('only grows');
    await expect(change(`update audit_entries set actor_id = null`)).rejects.toThrow('only grows');
    await expect(change('delete from audit_entries')).rejects.toThrow('only grows');
  });
});

describe('of whoever is called like a word of the hub', () => {
  it('leaves the words of the hub as they are', async () => {
    const pair = { partnershipSlug: 'granvika-mto-mpya', hostSide: 'swedish' as const };
    const bearer = await somebody('Visa', 'project_coordinator');
    const planned = uuidv7();
    const days = { startsOn: '2027-02-01', endsOn: '2027-02-05' };
    await bearer.call('visit.plan', { ...pair, visitId: planned, ...days, purpose: 'Visa meets "visa" people' });
    await bearer.call('visit.change', { visitId: planned, baseVersion: 1, state: 'postponed', cause: 'visa' });
    const nameless = await somebody('Purpose', 'project_coordinator');
    await nameless.call('visit.change', { visitId: planned, baseVersion: 2, lessons: 'Purpose is all.' });
    for (const one of [bearer, nameless]) {
      await one.call('erasure.request', {});
      const [request] = await admin.call('erasure.list', {});
      await admin.call('erasure.carryOut', { erasureId: request?.id ?? '' });
    }
    const { cause, purpose, lessons, changes } = await reader.call('visit.read', { visitId: planned });
    expect(purpose).toMatch(/^Former member \w{4} meets "Former member \w{4}" people$/);
    expect(lessons).toMatch(/^Former member \w{4} is all\.$/);
    expect([cause, ...changes.map((change) => change.cause)]).toEqual(['visa', 'visa', 'visa', null]);
    await admin.call('visit.undo', { visitId: planned, baseVersion: 3 });
    await admin.call('visit.undo', { visitId: planned, baseVersion: 4 });
    expect(await reader.call('visit.read', { visitId: planned })).toMatchObject({ purpose, lessons, cause: 'visa' });
  });
});

describe('a fault', () => {
  it('is reported without an account, a few times, and looked after by an administrator', async () => {
    await here.database.query('delete from tries');
    const nobody = caller({ origin: here.origin, headers: { origin: here.origin } });
    const fault = { page: '/sign-in', text: 'The list cannot be reached by keyboard.', contact: 'call me' };
    for (let n = 0; n < 10; n++) await nobody('fault.report', fault);
    await expect(nobody('fault.report', fault)).rejects.toMatchObject({ code: 'LIMITED' });
    const faults = await admin.call('fault.list', {});
    expect(faults).toContainEqual(expect.objectContaining(fault));
    for (const { id } of faults) await admin.call('fault.settle', { faultId: id });
    expect(await admin.call('fault.list', {})).toEqual([]);
    expect(await here.database.query(`select id from faults where contact <> ''`)).toEqual([]);
  });
});
