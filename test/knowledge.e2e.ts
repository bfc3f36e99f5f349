/** Knowledge notes: made of accepted answers, kept in versions, read in every network; and what is found while a question is typed. */
import type { Input, QuestionVisibility } from '@hub/contracts';
import { hub, until, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { day, field, somebody, type Field, type Someone } from './broadcast-field.js';

let here: TestHub;
let climate: Field;
let health: Field;
let advisor: Someone;
let guestExpert: Someone;
let waterId: string;
let foreignTagId: string;

beforeAll(async () => {
  here = await hub();
  climate = await field(here);
  health = await field(here, 'health');
  advisor = await somebody(here, 'Ruth Mwangi', 'research_advisor', { networkId: climate.networkId });
  guestExpert = await somebody(here, 'Hans Berg', 'guest_expert', { networkId: climate.networkId });
  waterId = await tag('water', climate.networkId);
  foreignTagId = await tag('clinics', health.networkId);
});

afterAll(() => here.close());

async function tag(slug: string, networkId: string): Promise<string> {
  const id = uuidv7();
  await here.database.query(
    `insert into tags (id, slug, theme_id, names)
    select $1, $2, theme_id, jsonb_build_object('en', $2::text, 'sv', $2::text) from networks where id = $3`,
    [id, slug, networkId],
  );
  return id;
}

interface Asked {
  title?: string;
  body?: string;
  language?: string;
  summary?: string;
  visibility?: QuestionVisibility;
  accepted?: boolean;
  answerer?: Someone;
  responsible?: Someone;
}

/** A question of Granvika – Mto Mpya with an answer. */
async function asked(more: Asked = {}): Promise<{ questionId: string; answerId: string }> {
  const [questionId, answerId] = [uuidv7(), uuidv7()];
  const { title = 'Who pays for tree care in years two and three?', body = 'The grant ends.', language = 'en' } = more;
  const { visibility = 'network', accepted = true, answerer = climate.expert, summary = '', responsible } = more;
  await here.database.query(
    `insert into questions (id, network_id, partnership_id, asked_by, title, body, language, summary, visibility, state,
      responsible_id, routed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid, case when $11::uuid is not null then now() end)`,
    [
      questionId,
      climate.networkId,
      climate.pairs.granvika,
      climate.asa.personId,
      title,
      body,
      language,
      summary,
      visibility,
      accepted ? 'accepted' : 'answered',
      responsible?.personId ?? null,
    ],
  );
  await here.database.query(
    `insert into answers (id, question_id, author_id, role, body, language, accepted_at)
    values ($1, $2, $3, 'expert', 'Let the school own them.', 'en', case when $4 then now() end)`,
    [answerId, questionId, answerer.personId, accepted],
  );
  return { questionId, answerId };
}

const draft = (more: Partial<Input<'note.publish'>> = {}) => ({
  title: 'Who cares for trees after the grant',
  body: 'Let the **school** own them: a garden club waters them.',
  language: 'en',
  sources: [{ title: 'Tree register of Machakos', url: 'https://example.org/trees' }],
  tagIds: [waterId],
  reviewOn: day(365),
  ...more,
});

async function published(more: Asked = {}, note: Partial<Input<'note.publish'>> = {}, who = climate.expert) {
  const made = await asked(more);
  const { number } = await who.call('note.publish', { answerId: made.answerId, ...draft(note) });
  return { ...made, number };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

describe('a knowledge note', () => {
  it('is made once of an accepted answer, and stands in the history of its question', async () => {
    const { answerId, questionId } = await asked();
    const { tagIds, ...said } = draft();
    const input = { answerId, ...said, tagIds };
    expect(await climate.expert.call('note.begin', { answerId })).toMatchObject({
      network: { slug: 'climate' },
      question: { id: questionId },
      body: 'Let the school own them.',
      noteNumber: null,
    });
    const { number } = await climate.expert.call('note.publish', input);
    expect(await climate.expert.call('note.publish', input)).toEqual({ number });
    expect(await refusal(advisor.call('note.publish', { ...input, title: 'Another title' }))).toBe('CONFLICT');
    expect(await climate.asa.call('note.read', { number })).toMatchObject({
      ...said,
      excerpt: 'Let the school own them: a garden club waters them.',
      author: { id: climate.expert.personId },
      role: 'expert',
      network: { slug: 'climate' },
      themeSlug: 'climate',
      tags: [{ id: waterId, slug: 'water' }],
      version: 1,
      latest: 1,
      versions: [{ version: 1, note: '', by: { id: climate.expert.personId } }],
      question: { id: questionId },
      answerId,
      withdrawn: false,
      may: { revise: false },
    });
    const steps = await here.database.query('select step, by_id as by from question_steps where question_id = $1', [
      questionId,
    ]);
    expect(steps).toEqual([{ step: 'published', by: climate.expert.personId }]);
  });

  it('is made by its author, an advisor or whoever routes there, of what everybody there may read', async () => {
    const { answerId } = await asked();
    const publish = (who: Someone, id = answerId, more: Partial<Input<'note.publish'>> = {}) =>
      refusal(who.call('note.publish', { answerId: id, ...draft(more) }));
    expect(await publish(climate.asa)).toBe('FORBIDDEN');
    expect(await refusal(climate.asa.call('note.begin', { answerId }))).toBe('FORBIDDEN');
    expect(await publish(health.coordinator)).toBe('NOT_FOUND');
    expect(await publish(climate.guest)).toBe('NOT_FOUND');
    expect(await publish(climate.expert, answerId, { tagIds: [foreignTagId] })).toBe('INVALID: tagIds not_a_choice');
    expect(await publish(climate.expert, answerId, { reviewOn: day(0) })).toBe('INVALID: reviewOn too_early');
    expect(await publish(climate.expert, answerId, { reviewOn: day(3_000) })).toBe('INVALID: reviewOn too_late');
    expect(await publish(climate.coordinator)).toBe('answered');
    expect(await publish(advisor, (await asked()).answerId)).toBe('answered');
    const ofGuest = await asked({ answerer: guestExpert, responsible: guestExpert });
    expect(await publish(guestExpert, ofGuest.answerId)).toBe('FORBIDDEN');
    expect(await publish(advisor, (await asked({ accepted: false })).answerId)).toBe('CONFLICT');
    const within = await asked({ visibility: 'partnership' });
    expect(await publish(advisor, within.answerId)).toBe('FORBIDDEN');
    expect(await publish(climate.nina, within.answerId)).toBe('NOT_FOUND');
  });

  it('is read by whoever works in any network; the question stays with those who may see it', async () => {
    const ofNetwork = await published();
    const ofAll = await published({ visibility: 'all_networks' });
    for (const who of [health.nina, health.expert]) {
      expect(await who.call('note.read', ofNetwork)).toMatchObject({ question: null, answerId: null });
      expect(await who.call('note.read', ofAll)).toMatchObject({ question: { id: ofAll.questionId } });
    }
    for (const who of [climate.guest, health.guest, guestExpert]) {
      expect(await refusal(who.call('note.read', ofNetwork))).toBe('NOT_FOUND');
      expect(await refusal(who.call('note.list', {}))).toBe('NOT_FOUND');
    }
    expect(await refusal(health.nina.call('note.read', { number: 99_999 }))).toBe('NOT_FOUND');
  });

  it('is revised from the version that is there, and every version stays to be read', async () => {
    const { number } = await published();
    const revision = {
      number,
      baseVersion: 1,
      ...draft({ title: 'Who cares for trees later' }),
      note: 'A shorter title.',
    };
    expect(await refusal(climate.asa.call('note.revise', revision))).toBe('FORBIDDEN');
    await climate.expert.call('note.revise', revision);
    await climate.expert.call('note.revise', revision);
    const conflict = await advisor.call('note.revise', { ...revision, note: 'Mine.' }).catch((error: unknown) => error);
    expect(conflict).toMatchObject({
      code: 'CONFLICT',
      details: { current: { version: 2, title: 'Who cares for trees later' } },
    });
    expect(await health.nina.call('note.read', { number, version: 1 })).toMatchObject({
      title: 'Who cares for trees after the grant',
      version: 1,
      latest: 2,
    });
    const latest = await health.nina.call('note.read', { number });
    expect(latest).toMatchObject({ title: 'Who cares for trees later', version: 2, latest: 2 });
    expect(latest.versions.map(({ version, note }) => [version, note])).toEqual([
      [1, ''],
      [2, 'A shorter title.'],
    ]);
    expect(await refusal(health.nina.call('note.read', { number, version: 3 }))).toBe('NOT_FOUND');
    await climate.expert.call('note.review', { number, reviewOn: day(700) });
    expect(await climate.expert.call('note.read', { number })).toMatchObject({ reviewOn: day(700), version: 2 });
  });

  it('keeps its address when it is withdrawn, says why, and is found no more', async () => {
    const { number } = await published({}, { title: 'Withdrawn about bamboo' });
    const withdrawal = { number, reason: 'The law was changed.' };
    expect(await refusal(climate.asa.call('note.withdraw', withdrawal))).toBe('FORBIDDEN');
    await advisor.call('note.withdraw', withdrawal);
    await advisor.call('note.withdraw', withdrawal);
    expect(await health.nina.call('note.read', { number })).toMatchObject({
      title: 'Withdrawn about bamboo',
      body: '',
      sources: [],
      versions: [],
      withdrawn: true,
      withdrawnReason: 'The law was changed.',
      may: { revise: false },
    });
    expect(await health.nina.call('note.read', { number, version: 1 })).toMatchObject({ body: '' });
    const revision = { number, baseVersion: 1, ...draft(), note: 'Again.' };
    expect(await refusal(climate.expert.call('note.revise', revision))).toBe('CONFLICT');
    expect((await health.nina.call('note.list', { words: 'bamboo' })).notes).toEqual([]);
    expect((await similar('Withdrawn about bamboo')).map(({ key }) => key)).not.toContain(String(number));
    const trail = await here.database.query(
      `select action, reason, subject_id = (select id from knowledge_notes where number = $1) as it
      from audit_entries where action like 'note.%'`,
      [number],
    );
    expect(trail).toEqual([{ action: 'note.withdraw', reason: 'The law was changed.', it: true }]);
  });
});

describe('a network that is closed at this moment', () => {
  it('makes no note and changes none, also for whoever was a moment too late', async () => {
    const { number } = await published();
    const { answerId } = await asked();
    const setStatus = 'update networks set status = $2 where id = $1';
    const { late } = await here.database.transaction(async (tx) => {
      await tx.query(setStatus, [climate.networkId, 'completed']);
      const calls = [
        climate.expert.call('note.publish', { answerId, ...draft() }),
        climate.expert.call('note.review', { number, reviewOn: day(30) }),
      ].map(refusal);
      await until(
        () =>
          here.database.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          ),
        (waiting) => waiting.length === calls.length,
      );
      return { late: calls };
    });
    expect(await Promise.all(late)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    await here.database.query(setStatus, [climate.networkId, 'active']);
  });
});

const similar = (text: string, who = climate.nina, more: Partial<Input<'question.similar'>> = {}) =>
  who.call('question.similar', { text, language: 'en', ...more });

describe('the list', () => {
  it('is by theme and tag, the latest first, with how many there are', async () => {
    const { number } = await published();
    const all = await health.nina.call('note.list', {});
    expect(all.notes[0]).toMatchObject({ number, themeSlug: 'climate' });
    expect(all.shelves).toEqual({
      themes: [{ slug: 'climate', names: expect.anything(), notes: all.total }],
      tags: [expect.objectContaining({ slug: 'water', notes: all.total })],
    });
    expect((await health.nina.call('note.list', { themeSlug: 'health' })).notes).toEqual([]);
    expect((await health.nina.call('note.list', { tagId: waterId })).total).toBe(all.total);
    expect(await health.nina.call('note.list', { after: number })).toMatchObject({
      total: all.total,
      more: false,
      shelves: null,
    });
    expect((await health.nina.call('note.list', { words: 'trees' })).shelves).toBeNull();
  });

  it('finds by words of any language, without diacritics, half typed and misspelt', async () => {
    const { number } = await published(
      {},
      {
        title: 'Så håller ni öppna samråd',
        body: `${'Mycket annat. '.repeat(40)}Bjud in föräldrarna till skolgården.`,
        language: 'sv',
      },
    );
    for (const words of [
      'samråd',
      'SAMRAD',
      'oppna samr',
      'föräldrar',
      'foraldrarna skolgarden',
      'hallr ni öpna samrad',
    ]) {
      const { notes, total } = await health.nina.call('note.list', { words });
      expect([words, notes[0]?.number, total]).toEqual([words, number, 1]);
    }
    const [found] = (await health.nina.call('note.list', { words: 'foraldrar' })).notes;
    expect(found?.excerpt).toMatch(/^… .*föräldrarna till skolgården\.$/);
    expect((await health.nina.call('note.list', { words: 'samråd avlopp' })).notes).toEqual([]);
    for (const words of ["'; drop", ':* & |', '%', 'the', ' ']) await health.nina.call('note.list', { words });
  });
});

describe('what is like a question that is typed', () => {
  let swedish: string;
  let within: string;
  let noted: number;

  beforeAll(async () => {
    ({ questionId: swedish } = await asked({
      title: 'Hur får vi med fäder på barnavårdsbesök?',
      body: 'Papporna kommer inte till mottagningen.',
      language: 'sv',
      summary: 'How to bring fathers to child-health visits.',
    }));
    ({ questionId: within } = await asked({
      title: 'May a complaint box be anonymous under our law?',
      body: 'Residents fear reprisals when they file complaints.',
      visibility: 'partnership',
    }));
    ({ number: noted } = await published({}, { title: 'Pricing waste collection for poor households' }));
  });

  const keys = async (text: string, who?: Someone, more?: Partial<Input<'question.similar'>>) =>
    (await similar(text, who, more)).map(({ key }) => key);

  it('is found in the language of the words, in English by its summary, with half of a word and a slip', async () => {
    for (const text of ['Hur far vi med fader', 'fäder på barnavårdsbes', 'Hur fårr vi mde fäder på besök'])
      expect((await keys(text, undefined, { language: 'sv' }))[0]).toBe(swedish);
    expect((await keys('fathers at visits for child health', undefined, { language: 'en' }))[0]).toBe(swedish);
    expect((await similar('price of waste collecti'))[0]).toMatchObject({
      of: 'note',
      key: String(noted),
      networkName: 'climate',
      state: null,
    });
    expect(await keys('zzqx vvkw')).toEqual([]);
    expect(await keys('Hur far vi med fader', undefined, { language: 'sv', exceptId: swedish })).not.toContain(swedish);
  });

  it('shows nothing that its reader may not see', async () => {
    const text = 'Can a complaint box be anonymous under our law?';
    expect((await keys(text, climate.juma))[0]).toBe(within);
    expect((await keys(text, advisor))[0]).toBe(within);
    for (const who of [climate.nina, climate.joseph, health.coordinator, health.expert])
      expect(await keys(text, who)).not.toContain(within);
    expect(await keys('Hur far vi med fader', health.nina, { language: 'sv' })).not.toContain(swedish);
    expect(await keys('price of waste collection', health.nina)).toContain(String(noted));
    const { questionId } = await asked({ title: 'How are rain gardens kept alive?', responsible: guestExpert });
    expect(await keys('How are rain gardens kept alive?')).toContain(questionId);
    for (const who of [climate.guest, health.guest, guestExpert])
      expect(await keys('How are rain gardens kept alive?', who)).toEqual([]);
  });

  it('is at most six, and takes whatever is typed', async () => {
    for (let turn = 0; turn < 8; turn += 1) await asked({ title: `How do we repair solar pumps, part ${turn}` });
    expect(await keys('How do we repair solar pumps')).toHaveLength(6);
    for (const text of ["\\'", "it's \\ a | b & c:*", '', 'å', '🌱🌱🌱', 'x'.repeat(2_000), 'och '.repeat(400)])
      await similar(text, undefined, { language: 'xx' });
  });
});
