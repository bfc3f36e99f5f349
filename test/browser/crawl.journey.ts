/**
 * Every page of the client in a hub in which everything that has a name is named by a payload: nothing runs, no dialog
 * opens, nothing is asked of anybody else, and the content security policy has nothing to refuse.
 */
import { expect, type Browser, type Page } from '@playwright/test';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { addresses } from '../../web/src/router/addresses.js';
import { hostileTexts } from '../hostile-texts.js';
import { breachesIn, watch } from './breaches.js';
import { test } from './journey.js';
import { ownHub, type OwnHub } from './own-hub.js';

/** Payloads in turn, each another one, as long as a name may be. */
const payloads = hostileTexts.filter((text) => text.trim() !== '' && text.length <= 100);
let taken = 0;
const payload = () => `${payloads[taken % payloads.length]?.trim() ?? ''} ${taken++}`;

let hub: OwnHub;
let origin: string;
let rows: OwnHub['rows'];

test.beforeAll(async () => {
  hub = await ownHub('crawl', { HUB_OPERATOR: payload() });
  ({ origin, rows } = hub);
});

test.afterAll(() => hub.close());

async function insert(table: string, row: object): Promise<string> {
  const whole = { id: randomUUID(), ...row };
  const names = Object.keys(whole);
  const values = names.map((_, n) => `$${n + 1}`);
  await rows.query(`insert into ${table} (${names.join()}) values (${values.join()})`, Object.values(whole));
  return whole.id;
}

interface Someone {
  membershipId: string;
  id: string;
  token: string;
}

async function person(role: string, place: object): Promise<Someone> {
  const id = await insert('people', {
    name: payload(),
    initials: '"><b',
    title: payload(),
    email: `${randomUUID()}@example.org`,
    email_visible: true,
    local_government_id: await insert('local_governments', {
      name: payload(),
      kind: 'city',
      country: 'SE',
      time_zone: 'Europe/Stockholm',
      source: 'fictional',
    }),
    time_zone: 'Europe/Stockholm',
  });
  const membershipId = await insert('memberships', { person_id: id, role, from_on: '2026-01-01', ...place });
  const token = randomBytes(32).toString('base64url');
  await insert('sessions', {
    person_id: id,
    token_hash: createHash('sha256').update(token).digest(),
    expires_at: '2999-01-01',
  });
  return { id, membershipId, token };
}

/** What every `$name` of an address stands for. */
async function plant(): Promise<{ names: Record<string, string>; people: Record<string, Someone> }> {
  const theme = await insert('themes', { slug: 'theme', names: JSON.stringify({ en: payload(), sv: payload() }) });
  const network_id = await insert('networks', {
    slug: 'hostile',
    name: payload(),
    theme_id: theme,
    region: payload(),
    purpose: payload(),
    round: 1,
    status: 'active',
    starts_on: '2026-04-01',
    ends_on: '2030-04-01',
    former_names: [payload()],
  });
  const partnership_id = await insert('partnerships', {
    slug: 'hostile-pair',
    network_id,
    name: payload(),
    source: 'fictional',
  });
  await rows.query(`insert into partnership_statuses values ($1, '2026-04-01', 'active', $2)`, [
    partnership_id,
    payload(),
  ]);
  await insert('projects', {
    partnership_id,
    name: payload(),
    challenge: payload(),
    aims: [payload()],
    sdg_targets: ['5.5'],
    starts_on: '2026-05-01',
    ends_on: '2028-05-01',
  });
  const inPair = { network_id, partnership_id, side: 'swedish' };
  const people = {
    administrator: await person('administrator', {}),
    coordinator: await person('project_coordinator', { network_id }),
    politician: await person('politician', inPair),
  };
  const group = await insert('steering_groups', { partnership_id });
  await insert('seats', {
    steering_group_id: group,
    side: 'swedish',
    role: 'politician',
    mandate: 'majority',
    from_on: '2026-04-01',
  });
  await insert('partnership_parties', {
    partnership_id,
    side: 'swedish',
    local_government_id: (await rows.query<{ id: string }>('select id from local_governments limit 1')).rows[0]?.id,
    from_on: '2026-04-01',
  });
  const milestoneId = await milestone(network_id, partnership_id, people.coordinator.id);
  const channelId = await insert('channels', {
    network_id,
    kind: 'thematic',
    slug: 'hostile',
    name: payload(),
    purpose: payload(),
  });
  for (const kind of ['announcements', 'mentor_team', 'guest'])
    await insert('channels', { network_id, kind, slug: kind.replace('_', '-'), name: payload(), purpose: payload() });
  for (const kind of ['partnership', 'steering_group'])
    await insert('channels', { network_id, partnership_id, kind, slug: kind.replace('_', '-'), name: payload() });
  await insert('invitations', {
    email: 'invited@example.org',
    name: payload(),
    role: 'expert',
    network_id,
    locale: 'en',
    invited_by: people.coordinator.id,
    expires_at: '2999-01-01',
  });
  await insert('erasure_requests', { person_id: people.politician.id });
  await insert('faults', { page: payload(), text: payload(), contact: payload() });
  const names = {
    networkSlug: 'hostile',
    partnershipSlug: 'hostile-pair',
    channelId,
    milestoneId,
    topicId: '',
    visitId: '',
    broadcastId: await broadcast(network_id, partnership_id, people.coordinator.id, people.politician.id),
    personId: people.politician.id,
    membershipId: people.politician.membershipId,
  };
  return { names, people };
}

/** One of the partnership, changed once, with a lesson and evidence. */
async function milestone(network_id: string, partnership_id: string, person_id: string): Promise<string> {
  const item_id = await insert('plan_items', {
    network_id,
    number: 1,
    kind: 'report',
    scope: 'partnership',
    names: JSON.stringify({ en: payload(), sv: payload() }),
    month: 2,
    planned_on: '2026-05-29',
    owner_role: 'politician',
  });
  const of = { item_id, network_id, partnership_id, planned_on: '2026-05-29', lesson: payload(), version: 2 };
  const milestone_id = await insert('milestones', of);
  for (const version of [1, 2])
    await rows.query(
      `insert into milestone_changes (milestone_id, version, changed_by, reason, state) values ($1, $2, $3, $4, 'on_track')`,
      [milestone_id, version, version === 1 ? null : person_id, payload()],
    );
  const evidence = { milestone_id, note: payload(), link: 'https://example.org/x', added_by: person_id };
  await insert('evidence', evidence);
  return milestone_id;
}

/** Sent to both, corrected once; the first of them has acknowledged neither version. */
async function broadcast(
  network_id: string,
  partnership_id: string,
  author_id: string,
  reader: string,
): Promise<string> {
  const audience = JSON.stringify({ networkIds: [network_id], partnershipIds: [], sides: [], roles: [] });
  const sent = { status: 'sent', version: 2, acknowledge: true, sent_at: '2026-11-01' };
  const id = await insert('broadcasts', { author_id, audience, ...sent });
  await rows.query('insert into broadcast_networks values ($1, $2)', [id, network_id]);
  for (const version of [1, 2]) {
    await rows.query(
      'insert into broadcast_versions (broadcast_id, version, author_id, note) values ($1, $2, $3, $4)',
      [id, version, author_id, payload()],
    );
    for (const language of ['en', 'sv'])
      await rows.query(
        'insert into broadcast_texts (broadcast_id, version, language, title, body) values ($1, $2, $3, $4, $5)',
        [id, version, language, payload(), `${payload()}\n\n${payload()}`],
      );
  }
  for (const person of [author_id, reader])
    await rows.query('insert into broadcast_recipients (broadcast_id, person_id) values ($1, $2)', [id, person]);
  await rows.query(`insert into broadcast_sides values ($1, $2, 'swedish', $3)`, [id, partnership_id, reader]);
  return id;
}

/** The coordinator writes, calls and is reported, with payloads, once the hub has let them into the channel. */
async function talk(page: Page, channelId: string, called: string): Promise<string> {
  const post = async (path: string, data: object) =>
    page.request.post(`${origin}/api${path}`, { data, headers: { origin } });
  const send = (body: string) =>
    post(`/channels/${channelId}/messages`, {
      clientId: randomUUID(),
      topicTitle: '<svg onload=window.__pwned=1>',
      body,
    });
  await expect.poll(async () => (await send(`<@${called}> ${payload()}`)).status(), { timeout: 60_000 }).toBe(200);
  const { id, topicId } = (await (await send(payload())).json()) as { id: string; topicId: string };
  await post(`/messages/${id}/reports`, { reason: payload() });
  await post(`/messages/${id}/pin`, { on: true });
  return topicId;
}

/** The coordinator plans a visit, with payloads wherever it takes a text. */
async function plan(page: Page): Promise<string> {
  const visitId = randomUUID();
  const headers = { origin };
  const days = { startsOn: '2026-11-02', endsOn: '2026-11-06' };
  const data = { visitId, hostSide: 'swedish', ...days, purpose: payload() };
  await page.request.post(`${origin}/api/partnerships/hostile-pair/visits`, { data, headers });
  const more = { state: 'held', programme: payload(), lessons: payload(), reason: payload() };
  const answer = await page.request.patch(`${origin}/api/visits/${visitId}`, {
    data: { baseVersion: 1, ...more },
    headers,
  });
  expect(answer.status()).toBe(200);
  return visitId;
}

/** A question with its answer and the note made of it, with payloads wherever they take a text. */
async function ask(asker: Someone, coordinator: Someone): Promise<Record<string, string>> {
  const say = async ({ token }: Someone, method: string, path: string, data: object): Promise<Response> => {
    const headers = { origin, cookie: `hub=${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${origin}/api${path}`, { method, headers, body: JSON.stringify(data) });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return response;
  };
  const [questionId, answerId, tagId] = [randomUUID(), randomUUID(), randomUUID()];
  const sources = [{ title: payload(), url: 'https://example.org/' }];
  await say(coordinator, 'POST', '/networks/hostile/tags', { id: tagId, names: { en: payload(), sv: payload() } });
  const said = { title: `Who ${payload()}`, body: payload(), language: 'sv', tagIds: [tagId] };
  const place = { partnershipSlug: 'hostile-pair', visibility: 'network', messageId: null };
  await say(asker, 'POST', '/networks/hostile/questions', { id: questionId, ...said, ...place, summary: payload() });
  const remark = { id: randomUUID(), body: payload(), asksBack: false };
  await say(coordinator, 'POST', `/questions/${questionId}/remarks`, remark);
  const answer = { id: answerId, body: payload(), language: 'en', sources, messageId: null };
  await say(coordinator, 'POST', `/questions/${questionId}/answers`, answer);
  await say(asker, 'POST', `/answers/${answerId}/acceptance`, { accepted: true });
  const reviewOn = `${new Date().getFullYear() + 1}-06-01`;
  const note = await say(coordinator, 'POST', `/answers/${answerId}/note`, { ...said, sources, reviewOn });
  const { number } = (await note.json()) as { number: number };
  return { questionId, answerId, number: String(number) };
}

async function visitor(browser: Browser, someone?: Someone): Promise<{ page: Page; heard: string[] }> {
  const context = await browser.newContext();
  if (someone) await context.addCookies([{ name: 'hub', value: someone.token, url: origin, httpOnly: true }]);
  const page = await context.newPage();
  const heard = watch(page, origin);
  await page.exposeFunction('tellBreach', (what: string) => heard.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { tellBreach } = window as unknown as { tellBreach(what: string): void };
      tellBreach(`Content Security Policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  return { page, heard };
}

/** A page that its visitor may not see is refused by the hub, which the console tells. */
const isRefusal = (text: string) => /the server responded with a status of 40[134]/.test(text);

async function crawl({ page, heard }: { page: Page; heard: string[] }, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`${origin}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await breachesIn(page), path).toEqual([]);
    expect(
      heard.filter((text) => !isRefusal(text)),
      path,
    ).toEqual([]);
  }
}

test('no page breaks its content security policy, whatever everything is called', async ({ browser }) => {
  test.setTimeout(300_000);
  const { names, people } = await plant();
  const coordinator = await visitor(browser, people.coordinator);
  names.topicId = await talk(coordinator.page, names.channelId ?? '', people.politician?.id ?? '');
  names.visitId = await plan(coordinator.page);
  if (people.politician && people.coordinator) Object.assign(names, await ask(people.politician, people.coordinator));
  const paths = Object.keys(addresses).map((address) =>
    address.replace(/\$(\w+)/g, (_, name: string) => {
      const value = names[name];
      if (value === undefined) throw new Error(`Say what $${name} of ${address} stands for in this hub.`);
      return value;
    }),
  );
  const forAdministrators = paths.filter((path) => path === '/' || path.startsWith('/admin'));
  await crawl(await visitor(browser, people.administrator), [...forAdministrators, '/n/hostile', '/p/hostile-pair']);
  await crawl(coordinator, [...paths.filter((path) => !path.startsWith('/admin')), '/nowhere', '/api/docs']);
  await crawl(await visitor(browser, people.politician), ['/', '/p/hostile-pair', '/inbox']);
  await crawl(await visitor(browser), ['/', '/help', '/privacy', '/accessibility']);

  // What hears nothing must be able to hear something.
  const { page, heard } = await visitor(browser);
  await page.goto(origin);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<b style="color:red" onclick="1">x</b>'));
  await expect.poll(() => heard.join(' ')).toContain('Content Security Policy: style-src-attr');
});
