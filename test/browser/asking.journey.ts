/** What happens to a question between its asking and its answer: asked back, shared, sent by rules, given to somebody from outside, closed. */
import { expect, type Browser, type Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { test } from './journey.js';
import { look } from './look.js';
import { does, network, partnership, session, somebody, tag, type Network, type Someone } from './own-field.js';
import { ownHub, type OwnHub } from './own-hub.js';

const phone = { viewport: { width: 360, height: 780 }, colorScheme: 'dark', hasTouch: true } as const;
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const row = (page: Page, text: string) => page.locator('[data-question]', { hasText: text });

let hub: OwnHub;
let climate: Network;
let pairId: string;

test.beforeAll(async () => {
  hub = await ownHub('asking', { HUB_DEMONSTRATION: 'false' });
  climate = await network(hub, 'climate', { en: 'Climate action', sv: 'Klimat' });
  pairId = await partnership(hub, climate, 'granvika-mto-mpya', 'Granvika – Mto Mpya');
});

test.afterAll(() => hub.close());

const inNetwork = () => ({ networkId: climate.id });

function asker(browser: Browser, seenOn = {}): Promise<Someone> {
  const place = { ...inNetwork(), partnershipId: pairId, side: 'swedish', seenOn } as const;
  return somebody(browser, hub, 'Helena Ek', 'partnership_coordinator', place);
}

/** By whoever it is, for the first partnership; given to somebody where it says so. */
async function asked({ page }: Someone, question: string, given?: { by: Someone; to: Someone }): Promise<string> {
  const id = uuid();
  await does(page, 'POST', '/networks/climate/questions', {
    id,
    partnershipSlug: 'granvika-mto-mpya',
    title: question,
    body: 'The grant ends after **one** year.',
    language: 'en',
    summary: '',
    tagIds: [],
    visibility: 'network',
    messageId: null,
  });
  if (given) await does(given.by.page, 'POST', `/questions/${id}/responsible`, { personId: given.to.id });
  return id;
}

test('whoever answers asks back, no time runs until there is a reply, and another partnership has the question too', async ({
  browser,
}) => {
  const otherId = await partnership(hub, climate, 'vik-kwale', 'Vik – Kwale');
  const one = await asker(browser, phone);
  const other = await somebody(browser, hub, 'Nina Dal', 'team_member', {
    ...inNetwork(),
    partnershipId: otherId,
    side: 'swedish',
  });
  const expert = await somebody(browser, hub, 'Erik Alm', 'expert', inNetwork());
  const coordinator = await somebody(browser, hub, 'Sigrid Holm', 'project_coordinator', inNetwork());
  const question = 'Which pump survives salty ground water?';
  const id = await asked(one, question, { by: coordinator, to: expert });
  const [back, reply] = ['How salty is it?', 'Four grams a litre.'];

  await one.page.goto(`/q/${id}`);
  await expect(one.page.getByText(/Answer due by/)).toBeVisible();
  await expert.page.goto('/questions');
  await row(expert.page, question)
    .getByRole('link', { name: /^Ask back/ })
    .click();
  const asking = expert.page.getByRole('textbox', { name: 'What do you need to know of Helena Ek?' });
  await expect(asking).toBeFocused();
  await asking.fill(back);
  await expert.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(asking).toHaveCount(0);
  await expect(expert.page.getByText('The time for the answer stands still until there is a reply.')).toBeVisible();
  await look(expert.page, 'question asked back');

  // Those who asked see it come, and know that it is their turn.
  await expect(one.page.getByText(back)).toBeVisible();
  await expect(one.page.getByText(/Answer due by/)).toHaveCount(0);
  await one.page.goto('/questions');
  const turn = one.page.getByRole('region', { name: 'Waits for your reply' });
  await look(one.page, 'questions waiting for a reply');
  await turn.getByRole('link', { name: /^Reply/ }).click();
  const replying = one.page.getByRole('textbox', { name: 'Your reply to what you were asked' });
  await expect(replying).toBeFocused();
  await replying.fill(reply);
  await look(one.page, 'question reply');
  await one.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(one.page.getByText(/Answer due by/)).toBeVisible();
  await expect(expert.page.getByText(reply)).toBeVisible();
  await expect(expert.page.getByText(/Answer due by/)).toBeVisible();

  // Another partnership says that it has the question too, and takes it back.
  await other.page.goto(`/q/${id}`);
  await other.page.getByRole('button', { name: 'We have this question too' }).click();
  await expect(one.page.getByText('Also a question of Vik – Kwale.')).toBeVisible();
  await look(other.page, 'question shared');
  await other.page.goto('/questions');
  await expect(
    other.page.getByRole('region', { name: 'You follow' }).getByRole('link', { name: question }),
  ).toBeVisible();
  await other.page.goto(`/q/${id}`);
  await other.page.getByRole('button', { name: 'We do not have it any more' }).click();
  await expect(one.page.getByText('Also a question of Vik – Kwale.')).toHaveCount(0);
});

test('rules send a question by its tag, and on days away it goes to whoever stands in', async ({ browser }) => {
  await tag(hub, climate, 'water', 'Water', 'Vatten');
  const one = await asker(browser);
  const expert = await somebody(browser, hub, 'Olle Berg', 'expert', inNetwork());
  const advisor = await somebody(browser, hub, 'Amara Mwansa', 'research_advisor', { ...inNetwork(), seenOn: phone });
  const coordinator = await somebody(browser, hub, 'Sigrid Holm', 'project_coordinator', {
    ...inNetwork(),
    seenOn: phone,
  });
  const rules = coordinator.page;
  await rules.goto('/n/climate/questions/rules');
  await rules.getByLabel('Working days to an answer').fill('0');
  await rules.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rules.getByRole('group', { name: 'One thing needs to be changed' })).toBeFocused();
  await rules.getByLabel('Working days to an answer').fill('3');
  await rules.getByLabel('Water: who answers').selectOption({ label: 'Olle Berg, Expert' });
  await rules.getByLabel('Water: second').selectOption({ label: 'Amara Mwansa, Research advisor' });
  await rules.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rules.getByText('Saved', { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await look(rules, 'question rules');

  const { page } = one;
  await page.goto('/n/climate/questions/ask');
  await expect(page.getByText(/^It goes to the queue of the network/)).toBeVisible();
  await page.getByLabel('Water').check();
  await expect(page.getByText('It goes to Olle Berg, Expert.')).toBeVisible();
  await page.getByLabel('Your question in one sentence').fill('How deep must a well be in sand?');
  await page.getByLabel('What should whoever answers know?').fill('It falls dry in March.');
  await page.getByRole('button', { name: 'Ask the question' }).click();
  await expect(page.getByText('Olle Berg is answerable for the answer.')).toBeVisible();

  await advisor.page.goto('/questions');
  const away = expert.page;
  await away.goto('/settings/away');
  const day = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  await away.getByLabel('First day').fill(day(0));
  await away.getByLabel('Last day').fill(day(2));
  await away.getByLabel('Who answers meanwhile?').selectOption({ label: 'Amara Mwansa' });
  await away.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(away.getByText('Amara Mwansa stands in')).toBeVisible();
  await look(away, 'days away');

  // What is asked from now on goes to whoever stands in.
  await page.goto('/n/climate/questions/ask');
  await page.getByLabel('Water').check();
  await expect(page.getByText('It goes to Amara Mwansa, Research advisor.')).toBeVisible();
  await page.getByLabel('Your question in one sentence').fill('Who lends a drill for a week?');
  await page.getByLabel('What should whoever answers know?').fill('Ours is broken.');
  await page.getByRole('button', { name: 'Ask the question' }).click();
  await expect(page.getByText('Amara Mwansa is answerable for the answer.')).toBeVisible();
  await expect(row(advisor.page, 'Who lends a drill for a week?')).toBeVisible();
  await away.getByRole('button', { name: /^I am there after all/ }).click();
  await expect(away.getByText('You have not said that you are away')).toBeVisible();
});

test('somebody from outside sees what is given to them, answers it, and finds nothing else', async ({ browser }) => {
  const one = await asker(browser);
  const guest = await somebody(browser, hub, 'Wanjiru Kamau', 'guest_expert', inNetwork());
  const coordinator = await somebody(browser, hub, 'Sigrid Holm', 'project_coordinator', inNetwork());
  const otherId = await asked(one, 'What does the mayor think of it?');
  const question = 'Is a survey of 2009 still good for a solar pump?';
  const id = await asked(one, question, { by: coordinator, to: guest });

  const { page } = guest;
  await page.goto('/');
  await expect(title(page)).toHaveText('Questions');
  const links = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('list')
    .or(page.getByRole('navigation', { name: 'Main' }))
    .first();
  await expect(links.getByRole('link', { name: 'Questions' })).toBeVisible();
  for (const name of ['Knowledge', 'Unread', 'Timeline', 'Administration', 'Climate action'])
    await expect(links.getByRole('link', { name })).toHaveCount(0);
  await expect(page.locator('[data-question]')).toHaveCount(1);
  await expect(row(page, question).getByRole('link', { name: /^Pass on/ })).toHaveCount(0);
  await look(page, 'questions from outside');
  for (const path of [
    '/n/climate/questions',
    '/n/climate/questions/ask',
    '/knowledge',
    '/n/climate',
    `/q/${otherId}`,
    '/p/granvika-mto-mpya',
  ]) {
    await page.goto(path);
    await expect(title(page), path).toHaveText('There is nothing here for you');
  }
  await page.goto(`/q/${id}`);
  await expect(page.getByText('You are answerable for the answer.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);
  await look(page, 'question from outside');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Not after three dry years.');
  await one.page.goto(`/q/${id}`);
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(one.page.getByRole('article', { name: /Wanjiru Kamau/ })).toContainText('Not after three dry years.');
  await expect(title(page)).toHaveText(question);
});

test('two at once: what is passed on, given back and withdrawn is seen by the next at once, and nothing typed is lost', async ({
  browser,
}) => {
  const one = await asker(browser);
  const advisor = await somebody(browser, hub, 'Amara Mwansa', 'research_advisor', inNetwork());
  const expert = await somebody(browser, hub, 'Erik Alm', 'expert', { ...inNetwork(), seenOn: phone });
  const coordinator = await somebody(browser, hub, 'Sigrid Holm', 'project_coordinator', inNetwork());
  const question = 'May the youth panel decide on its own budget?';
  const id = await asked(one, question, { by: coordinator, to: advisor });
  await Promise.all([
    expert.page.goto('/questions'),
    coordinator.page.goto('/n/climate/questions/queue'),
    advisor.page.goto(`/q/${id}?do=give`),
  ]);
  await expect(title(expert.page)).toBeVisible();
  await expect(title(coordinator.page)).toBeVisible();
  await advisor.page.getByLabel('Who answers?').selectOption({ label: 'Erik Alm, Expert (nothing waits)' });
  await advisor.page.getByLabel('Why do you pass it on?').fill('She has sat on one.');
  await advisor.page.getByRole('form').getByRole('button', { name: 'Pass on' }).click();

  const given = row(expert.page, question);
  await given.getByRole('link', { name: /^Give it back/ }).click();
  await expert.page.getByLabel('Why can you not answer it?').fill('It is a matter of law.');
  await expert.page.getByRole('form').getByRole('button', { name: 'Give it back' }).click();
  await expect(row(coordinator.page, question).getByLabel('Who answers?')).toBeVisible();

  // One writes an answer while those who asked withdraw the question.
  await advisor.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await advisor.page.getByRole('textbox', { name: 'Your answer' }).fill('In Sweden the council decides.');
  const { page } = one;
  await page.goto(`/q/${id}`);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByLabel('It is withdrawn').check();
  await page.getByLabel(/^More about it/).fill('The panel has been dissolved.');
  await page.getByRole('form').getByRole('button', { name: 'Close', exact: true }).click();
  await expect(advisor.page.getByText('The panel has been dissolved.', { exact: true })).toBeVisible();
  await expect(advisor.page.getByText('In Sweden the council decides.')).toBeVisible();
  await expect(row(coordinator.page, question)).toHaveCount(0);
  await look(advisor.page, 'question withdrawn');

  // It is opened again, and closed by whoever routes, who has to say why there is no answer.
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByLabel('Why is it opened again?').fill('There is a new panel.');
  await page.getByRole('form').getByRole('button', { name: 'Open again' }).click();
  await expect(row(coordinator.page, question)).toBeVisible();
  await coordinator.page.goto(`/q/${id}`);
  await coordinator.page.getByRole('button', { name: 'Close', exact: true }).click();
  await coordinator.page.getByLabel('There is no answer').check();
  const why = coordinator.page.getByRole('form');
  await why.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(coordinator.page.getByLabel('Why can it not be answered?')).toBeFocused();
  await look(coordinator.page, 'question closing');
  await coordinator.page.getByLabel('Why can it not be answered?').fill('The law is being changed.');
  await why.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('The law is being changed.', { exact: true })).toBeVisible();
  await expect(page.getByText('There is no answer', { exact: true })).toBeVisible();
  await look(page, 'question without an answer');
});

test('without a line, with a hub that fails and with a session that has ended nothing that was written is lost', async ({
  browser,
}) => {
  const one = await asker(browser);
  const expert = await somebody(browser, hub, 'Erik Alm', 'expert', { ...inNetwork(), seenOn: phone });
  const coordinator = await somebody(browser, hub, 'Sigrid Holm', 'project_coordinator', inNetwork());
  const id = await asked(one, 'How is a rain gauge read?', { by: coordinator, to: expert });
  const { page } = expert;
  await page.goto(`/q/${id}?do=answer`);
  const text = page.getByRole('textbox', { name: 'Your answer' });
  const send = page.getByRole('button', { name: 'Send the answer' });
  await text.fill('Every morning at nine.');
  await page.context().setOffline(true);
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: 'The hub cannot be reached just now.' })).toBeVisible();
  await expect(text).toHaveValue('Every morning at nine.');
  await page.context().setOffline(false);

  await page.route('**/api/questions/*/answers', (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'INTERNAL', message: 'It broke.' } } }),
  );
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Something went wrong on our side.' })).toBeVisible();
  await look(page, 'question refused');
  await page.unrouteAll();

  await hub.rows.query('delete from sessions where person_id = $1', [expert.id]);
  await send.click();
  await expect(
    page
      .getByText('You are no longer signed in.')
      .or(page.getByRole('heading', { name: /Sign in/ }))
      .first(),
  ).toBeVisible();
  await page.context().addCookies([{ name: 'hub', value: await session(hub, expert.id), url: hub.origin }]);
  await page.goto(`/q/${id}`);
  await expect(text).toHaveValue('Every morning at nine.');
  await send.click();
  await expect(page.getByRole('article')).toContainText('Every morning at nine.');
  await expect(page.getByRole('article')).toHaveCount(1);
});
