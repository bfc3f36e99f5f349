/** The demonstration in a real database and hub: whole, something new for each visitor, and as young after a year as on its first day. */
import { caller, type Call } from '@hub/client';
import type { DemonstrationPerson, Output } from '@hub/contracts';
import { freshDatabase, hub, until, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { openHubDatabase } from '../src/app.js';
import { RoundsService } from '../src/modules/broadcasts/rounds.service.js';
import { DemonstrationRefusal, loadDemonstration } from '../src/modules/demonstration/loader.js';

const facts = `
  select (select array_agg(slug || ' ' || (12 * extract(year from age($1::timestamptz::date, starts_on)) + extract(month from age($1::timestamptz::date, starts_on)) + 1)
      order by slug) from networks) as months,
    (select count(*) from partnerships)::int as partnerships, (select count(*) from people)::int as people,
    (select count(*) from messages)::int as messages,
    (select $1::timestamptz - max(sent_at) < interval '2 days' and max(sent_at) <= $1::timestamptz from messages) as fresh,
    (select bool_and(age < interval '4 days' and age > interval '0') from (values
      ((select $1::timestamptz - max(created_at) from reactions)), ((select $1::timestamptz - max(edited_at) from messages)),
      ((select $1::timestamptz - max(created_at) from reports)), ((select $1::timestamptz - max(created_at) from notifications))
    ) young(age)) as young,
    (select count(*) from notifications where read_at is null)::int as unread,
    (select array_agg(n::int order by n) from (select count(*)::int from messages where edited_at is not null
      union all select count(*) from messages where removed_at is not null
      union all select count(*) from messages where pinned_at is not null
      union all select count(*) from topics where resolved_at is not null
      union all select count(*) from channel_members where left_at is not null
      union all select count(*) from channel_members where muted_at is not null
      union all select count(*) from channels where archived_at is not null
      union all select count(*) from reports where settled_at is null) one(n)) as done,
    (select count(*) from message_versions v join messages m on m.id = v.message_id
      where v.written_at < m.sent_at or v.written_at > m.edited_at)::int as versions_out_of_time,
    (select count(*) from milestones where actual_on > $1::timestamptz::date)::int as done_ahead,
    (select count(*) from milestone_changes where changed_at > $1::timestamptz)::int as told_ahead,
    (select json_agg(json_build_object(m.state, n) order by m.state) from (
      select state, count(*) as n from milestones group by state) m) as milestones,
    (select count(*) from visits v join visit_changes c on c.visit_id = v.id and c.version = v.version
      where (c.snapshot ->> 'startsOn')::date <> v.starts_on or c.changed_at > $1::timestamptz)::int as visits_out_of_time,
    (select json_agg(json_build_object(v.state, n) order by v.state) from (
      select state, count(*) as n from visits group by state) v) as visits,
    (select count(*) from memberships where until_on > $1::timestamptz::date) as leaving,
    (select json_agg(json_build_object('status', b.status, 'version', b.version, 'by', b.acknowledge_by - $1::timestamptz::date,
        'ahead', b.scheduled_for between $1::timestamptz and $1::timestamptz + interval '3 days', 'acknowledged', n.acknowledged,
        'missing', n.missing, 'asked', n.asked) order by b.sent_at)
      from broadcasts b cross join lateral (
        select count(acknowledged_at) as acknowledged, count(*) filter (where acknowledged_at is null) as missing,
          bool_and(acknowledged_at is null or acknowledged_at between b.sent_at and $1::timestamptz) as asked
        from broadcast_recipients where broadcast_id = b.id) n) as broadcasts,
    (select count(*) from broadcast_versions where at > $1::timestamptz)::int as corrected_ahead,
    (select json_agg(json_build_object(q.state, q.n, 'late', q.late, 'days', q.days) order by q.state) from (
      select state, count(*) as n, count(*) filter (where target_at < $1::timestamptz) as late,
        max(date_trunc('day', $1::timestamptz - waiting_since)) as days from questions group by state) q) as questions,
    (select count(*) from question_steps where at > $1::timestamptz)::int as steps_ahead,
    (select array_agg(review_on - $1::timestamptz::date order by review_on) from knowledge_notes) as reviews,
    (select json_agg(json_build_array(from_on - $1::timestamptz::date, until_on - $1::timestamptz::date) order by from_on)
      from away_periods) as away`;

it('never ages in a folder that is kept', async () => {
  const { connection, drop } = await freshDatabase();
  const database = await openHubDatabase(connection);
  const now = new Date();
  const lastYear = new Date(now.getTime() - 400 * 86_400_000);
  await loadDemonstration(database, { now: lastYear });
  const [first] = await database.query(facts, [lastYear.toISOString()]);
  expect(first).toMatchObject({
    months: ['climate 8', 'equality 17', 'equitable-health 30', 'human-rights 44'],
    partnerships: 26,
    fresh: true,
    young: true,
    done: [1, 1, 1, 2, 2, 12, 15, 20],
    versions_out_of_time: 0,
    visits_out_of_time: 0,
    done_ahead: 0,
    told_ahead: 0,
    corrected_ahead: 0,
    steps_ahead: 0,
    reviews: [-2, 60, 95, 140, 160, 175, 210],
    away: [
      [-2, 8],
      [5, 18],
    ],
    broadcasts: [
      { status: 'sent', version: 1, by: -7, asked: true },
      { status: 'sent', version: 1, by: null, asked: true },
      { status: 'sent', version: 2, by: 4, asked: true },
      { status: 'sent', version: 1, by: 2, asked: true },
      { status: 'scheduled', version: 1, by: 15, ahead: true },
    ],
  });
  await loadDemonstration(database, { now });
  await loadDemonstration(database, { now });
  expect((await database.query(facts, [now.toISOString()]))[0]).toEqual(first);
  await database.dataSource.destroy();
  await drop();
});

it("goes into no hub that is somebody's own", async () => {
  const { connection, drop } = await freshDatabase();
  const database = await openHubDatabase(connection);
  await database.query(
    `insert into people (id, name, initials, email, time_zone) values (gen_random_uuid(), 'A', 'A', 'a@example.org', 'UTC')`,
  );
  await expect(loadDemonstration(database, { now: new Date() })).rejects.toThrow(DemonstrationRefusal);
  await database.dataSource.destroy();
  await drop();
});

describe('a visitor', () => {
  let here: TestHub;
  let people: DemonstrationPerson[];

  beforeAll(async () => {
    here = await hub({ HUB_DEMONSTRATION: 'true' });
    await loadDemonstration(here.database, { now: new Date() });
    people = await caller({ origin: here.origin, headers: { origin: here.origin } })('demonstration.people', {});
  });

  afterAll(() => here.close());

  async function enter({ id: personId }: DemonstrationPerson): Promise<Call> {
    const { origin } = here;
    const answer = await fetch(`${origin}/api/demonstration/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    return caller({ origin, headers: { origin, cookie } });
  }

  const named = (name: string) => {
    const found = people.find((person) => person.name === name);
    if (!found) throw new Error(`${name} is not offered at sign-in.`);
    return found;
  };

  it('comes back to what was said meanwhile, and was called in it, whoever of the network it is', async () => {
    expect(people).toHaveLength(11);
    for (const person of people.filter(({ role }) => role !== 'guest_expert')) {
      const call = await enter(person);
      const { channels } = await call('unread.list', {});
      const topics = channels.flatMap((channel) => channel.topics);
      const unread = topics.reduce((sum, { reading }) => sum + reading.unread, 0);
      expect([person.name, unread >= 5 && unread <= 40, topics.length > 1]).toEqual([person.name, true, true]);
      const bell = await call('notification.list', {});
      const called = bell.notifications.flatMap((one) => (one.kind === 'mention' && one.readAt === null ? [one] : []));
      const unreadTopics = new Set(topics.map(({ id }) => id));
      expect([person.name, called.length > 0, called.every(({ topicId }) => unreadTopics.has(topicId))]).toEqual([
        person.name,
        true,
        true,
      ]);
      expect(bell.unread).toBe(bell.notifications.filter(({ readAt }) => readAt === null).length);
    }
  });

  it('finds questions: to answer, to give to somebody, answered, and what came of them', async () => {
    const expert = await enter(named('Gerald Tumwesige'));
    const { waiting } = await expert('question.inbox', {});
    expect(waiting).toMatchObject([{ title: 'Who pays for tree care in years two and three?', state: 'routed' }]);
    const late = (await expert('notification.list', {})).notifications.filter(({ kind }) => kind === 'question_late');
    expect(late).toMatchObject([{ needs: 'me', questionId: waiting[0]?.id }]);
    const coordinator = await enter(named('Emma Rydhagen'));
    const queue = await coordinator('question.queue', { networkSlug: 'climate' });
    expect(queue.open).toMatchObject([{ title: expect.stringMatching(/^How do we report climate results/) }]);
    expect([...queue.late, ...queue.routed]).toHaveLength(3);
    const advisor = await enter(named('Sigrid Aspelund'));
    const { notifications } = await advisor('notification.list', {});
    expect(notifications.filter(({ kind }) => kind === 'note_review')).toMatchObject([{ needs: 'me' }]);
    expect(await advisor('note.list', {})).toMatchObject({ total: 7 });
    const { questions, total } = await advisor('question.list', { networkSlug: 'climate' });
    expect([questions.length, total]).toEqual([14, 14]);
    const linked = await Promise.all(questions.map(async ({ id }) => advisor('question.read', { questionId: id })));
    const messageIds = linked.flatMap(({ message, allAnswers }) =>
      [message, ...allAnswers.map((answer) => answer.message)].flatMap((one) => one?.id ?? []),
    );
    const origins = await advisor('question.origins', { messageIds: messageIds.join(',') });
    expect(origins.map(({ of }) => of).sort()).toEqual([...Array(2).fill('answer'), ...Array(5).fill('question')]);
  });

  it('is somebody from outside, with the questions that were given to them and no channel', async () => {
    const outside = await enter(named('Ingela Forsström'));
    const { waiting, askedBack, followed } = await outside('question.inbox', {});
    expect([waiting, askedBack, followed].map((box) => box.map(({ title }) => title.split(' ')[0]))).toEqual([
      ['Which'],
      ['May'],
      ['Does'],
    ]);
    expect((await outside('unread.list', {})).channels).toEqual([]);
    const { notifications } = await outside('notification.list', {});
    expect(notifications.filter(({ needs }) => needs === 'me')).toMatchObject([{ kind: 'question_routed' }]);
  });

  it('of climate coordination finds a report, a removal with its reason, and the conversations of two', async () => {
    const coordinator = await enter(named('Emma Rydhagen'));
    const { reports } = await coordinator('report.list', { networkSlug: 'climate' });
    expect(reports).toMatchObject([{ channelName: 'Visits and logistics', reporter: { name: 'Jakob Tavelin' } }]);
    const { notifications } = await coordinator('notification.list', {});
    expect(notifications.filter(({ kind }) => kind === 'report')).toMatchObject([
      { messageId: reports[0]?.message.id, from: { name: 'Jakob Tavelin' }, readAt: null },
    ]);
    const { channels } = await coordinator('unread.list', {});
    const water = channels.find(({ name }) => name === 'Water');
    const page = await coordinator('channel.read', { channelId: water?.id ?? '' });
    const topic = page.topics.find(({ title }) => title.startsWith('When a household'));
    const { messages } = await coordinator('message.list', { topicId: topic?.id ?? '' });
    expect(messages[0]).toMatchObject({
      body: '',
      removed: {
        by: 'moderator',
        reason: 'It named a resident who has not been asked. The question is welcome without the name.',
      },
    });
    const direct = await coordinator('direct.open', {
      networkSlug: 'climate',
      personId: named('Neema Mwakalinga').id,
    });
    expect(direct).toMatchObject({ kind: 'direct', name: 'Neema Mwakalinga' });
    expect((await coordinator('channel.read', { channelId: direct.id })).topics).toMatchObject([
      { title: 'Conversation', reading: { unread: 1 } },
    ]);
  });

  it('sees whom the updates of the climate network reached, and is asked for one', async () => {
    const coordinator = await enter(named('Emma Rydhagen'));
    const cards = await coordinator('broadcast.list', { networkSlug: 'climate' });
    expect(cards.map(({ title }) => title)).toEqual([
      'Hjälp med ansökan: två öppna timmar nästa vecka',
      'Redovisningen ska in om nio veckor: vad som räknas som resultat',
    ]);
    const board = await coordinator('reach.board', { networkSlug: 'climate' });
    expect(board.broadcasts).toHaveLength(2);
    for (const { id: broadcastId } of board.broadcasts) {
      const reach = await coordinator('broadcast.reach', { broadcastId });
      expect(reach.missing.length).toBeGreaterThan(0);
      expect(reach.counts.acknowledged + reach.missing.length).toBe(reach.counts.recipients);
    }
    const granvika = board.partnerships.find(({ slug }) => slug === 'granvika-mto-mpya');
    expect(granvika?.cells[0]).toMatchObject([{ side: 'swedish' }, { side: 'international', acknowledged: 0 }]);
    const reader = await enter(named('Neema Mwakalinga'));
    const { notifications } = await reader('notification.list', {});
    expect(notifications.some(({ kind, needs }) => kind === 'broadcast' && needs === 'me')).toBe(true);
    // Nobody is reminded by its being started.
    await here.app.nest.get(RoundsService).look();
    const reminded = await here.database.query(
      `select from outbox where topic = 'acknowledgement.missing'
      union all select from deliveries where kind = 'acknowledgement_missing' and created_at > now() - interval '1 hour'`,
    );
    expect(reminded).toEqual([]);
  });

  it('gets the timelines of all four networks in one answer of less than 60 KB', async () => {
    const [administrator] = await here.database.query<{ id: string }>(
      `select person_id as id from memberships where role = 'administrator' limit 1`,
    );
    const { headers } = await here.signIn(administrator?.id ?? '');
    const began = performance.now();
    const answer = await fetch(`${here.origin}/api/timeline`, { headers });
    const text = await answer.text();
    const took = performance.now() - began;
    const compressed = gzipSync(text).length;
    console.info(`four timelines: ${text.length} bytes, ${compressed} compressed, in ${Math.round(took)} ms`);
    expect(compressed).toBeLessThan(60_000);
    const { networks } = JSON.parse(text) as Output<'timeline.read'>;
    expect(networks.map(({ month, rows }) => [month, rows.length])).toEqual([
      [8, 7],
      [17, 6],
      [30, 6],
      [44, 7],
    ]);
    const silent = networks.flatMap(({ rows }) => rows.filter(({ lastToldAt }) => lastToldAt === null));
    expect(silent).toEqual([]);
  });

  it('finds channels as the server would have left them', async () => {
    const wrong = async (sql: string) => (await here.database.query(sql)).length;
    expect(
      await wrong(`
        select c.id from channels c left join channel_events e on e.channel_id = c.id group by c.id
        having c.last_seq <> coalesce(max(e.seq), 0) or count(e.seq) <> c.last_seq or c.last_seq > 0 and min(e.seq) <> 1`),
    ).toBe(0);
    expect(
      await wrong(`
        select m.id from messages m where m.changed_seq <> (
          select max(e.seq) from channel_events e where e.channel_id = m.channel_id and e.subject_id = m.id)`),
    ).toBe(0);
    expect(
      await wrong(`
        select t.id from topics t join messages m on m.topic_id = t.id group by t.id
        having t.messages <> count(*) or t.last_seq <> max(m.seq)`),
    ).toBe(0);
    expect(
      await wrong(`
        select p.id from people p left join user_events e on e.person_id = p.id group by p.id
        having p.event_seq <> coalesce(max(e.seq), 0) or count(e.seq) <> p.event_seq`),
    ).toBe(0);
    expect(
      await wrong(`
        select r.topic_id from read_markers r join topics t on t.id = r.topic_id where r.seq > t.last_seq
          or not exists (select from current_channel_members cm where cm.channel_id = t.channel_id and cm.person_id = r.person_id)`),
    ).toBe(0);
  });

  it('meets nobody in a channel whom no role or hand let in on that day', async () => {
    const authors = await here.database.query(
      `select m.id from messages m join channels c on c.id = m.channel_id
      where not exists (select from channel_members cm
          where cm.channel_id = c.id and cm.person_id = m.author_id and cm.origin = 'hand')
        and not exists (select from memberships y
          where y.person_id = m.author_id and y.from_on <= m.sent_at::date and (y.until_on is null or m.sent_at::date < y.until_on)
            and y.network_id = c.network_id and (c.partnership_id is null or c.partnership_id = y.partnership_id)
            and (exists (select from channel_kind_roles k where k.kind = c.kind and k.role = y.role)
              or c.kind = 'guest' and y.role = 'partnership_coordinator'
              -- An invitation by hand ended with the roles of whoever had it.
              or y.until_on is not null and c.kind = 'steering_group'))`,
    );
    expect(authors).toEqual([]);
  });

  it('leaves nothing unread to anybody else, and comparing places with roles changes nothing', async () => {
    const unread = await here.database.query(
      `select distinct cm.person_id from current_channel_members cm join messages m on m.channel_id = cm.channel_id
      left join read_markers r on r.topic_id = m.topic_id and r.person_id = cm.person_id
      where m.seq > coalesce(r.seq, cm.read_from_seq) and m.author_id <> cm.person_id and m.removed_at is null`,
    );
    // Whoever is from outside is in no channel.
    expect(unread).toHaveLength(people.filter(({ role }) => role !== 'guest_expert').length);
    await until(
      () => here.database.query('select from enrolment_changes'),
      (changes) => changes.length === 0,
    );
    expect(await here.database.query(`select kind from channel_events where kind like 'member.%'`)).toEqual([
      { kind: 'member.left' },
    ]);
  });
});
