/** A milestone's page with two people at it, and milestones and visits named in messages. */
import type { Input, MilestonePage, Timeline } from '@hub/contracts';
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs, openTopic } from './people.js';

/** A milestone that the visitor's partnership has ahead of it; another with every number. */
async function ahead(page: Page, number: number): Promise<{ path: string; name: string; pair: string }> {
  const timeline = (await (await page.request.get('/api/timeline?networkSlug=climate')).json()) as Timeline;
  const [network] = timeline.networks;
  const row = network?.rows.find(({ may }) => may.change);
  const nameOf = (itemId: string | undefined) => network?.items.find(({ id }) => id === itemId)?.names.en ?? '';
  const open = row?.milestones.filter(
    ({ state, late, itemId }) => state === 'not_started' && !late && nameOf(itemId).length < 30,
  );
  const milestone = open?.at(-number);
  return { path: `/m/${milestone?.id}`, name: nameOf(milestone?.itemId), pair: row?.partnership.name ?? '' };
}

async function change(page: Page, path: string, input: Partial<Input<'milestone.change'>>): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const { milestone } = (await (
    await page.request.get(`/api${path.replace('/m/', '/milestones/')}`)
  ).json()) as MilestonePage;
  const answer = await page.request.patch(`/api/milestones/${milestone.id}`, {
    data: { baseVersion: milestone.version, ...input },
    headers: { origin },
  });
  expect(answer.ok()).toBe(true);
}

const standing = (page: Page) => page.locator('main header p').first();
const expected = (page: Page) => page.getByLabel('Expected on');
const history = (page: Page) => page.getByRole('region', { name: 'History' });

test('a milestone is changed in two steps, taken back, and seen by the other at once', async ({ browser }) => {
  const [one, other] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'project_coordinator', {
      viewport: { width: 360, height: 780 },
      colorScheme: 'dark',
      hasTouch: true,
    }),
  ]);
  const { path, name } = await ahead(one.page, 1);
  await Promise.all([one.page.goto(path), other.page.goto(path)]);
  await expect(one.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await look(one.page, 'milestone');
  await look(other.page, 'milestone dark');

  // By keyboard alone: a state, and Enter.
  await one.page.getByRole('radio', { name: 'Not started' }).focus();
  await one.page.keyboard.press('ArrowDown');
  await one.page.keyboard.press('ArrowDown');
  await one.page.keyboard.press('Enter');
  await expect(standing(one.page)).toContainText('At risk');
  await expect(standing(other.page)).toContainText('At risk');
  await look(one.page, 'milestone saved');
  await one.page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(standing(other.page)).toContainText('Not started');
  await expect(history(other.page)).toContainText('took the change before back');

  // A day moves with a reason only; two at once see both.
  await expected(one.page).fill('2031-03-03');
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(one.page.getByLabel('Why the day moves')).toBeFocused();
  await one.page.getByLabel('Why the day moves').fill('The council meets later.');
  await other.page.getByRole('radio', { name: 'On track' }).check();
  await other.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(standing(one.page)).toContainText('On track');
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = one.page.getByRole('group', { name: 'It was changed meanwhile' });
  await expect(conflict).toContainText('On track');
  await expect(conflict).toContainText('3 Mar 2031');
  await look(one.page, 'milestone conflict');
  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(history(other.page)).toContainText('The council meets later.');
  await expect(other.page.getByText('3 Mar 2031').first()).toBeVisible();
  await look(other.page, 'milestone moved');
});

test('a milestone has evidence, a lesson and its talk', async ({ browser }) => {
  const [{ page }, other] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'project_coordinator'),
  ]);
  const { path, name } = await ahead(page, 2);
  await page.goto(path);
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('group', { name: 'One thing needs to be changed' })).toBeFocused();
  await page.getByLabel('Address').fill('https://example.org/minutes');
  await page.getByLabel('What it shows').fill('The council decided on the plan.');
  await page.getByLabel('Targets of the Global Goals').fill('13.2, 16.7');
  await page.getByLabel('Core value').selectOption('participation');
  await page.getByLabel('Level of the result').selectOption('organisation');
  await look(page, 'evidence form');
  await page.getByRole('button', { name: 'Add it' }).click();
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect(evidence).toContainText('16.7 Peace');
  await evidence.getByRole('button', { name: /^Remove: The council/ }).click();
  await expect(evidence).toContainText('The evidence is removed.');
  await evidence.getByRole('button', { name: 'Undo' }).click();
  await expect(evidence).toContainText('The council decided on the plan.');

  await page.getByRole('button', { name: 'Write what you learned' }).click();
  await page.getByLabel('What you learned').fill('Ask the council for its calendar first.');
  await page.reload();
  await expect(page.getByLabel('What you learned')).toHaveValue('Ask the council for its calendar first.');
  await look(page, 'milestone lesson begun');
  await page.getByRole('region', { name: 'What others can learn' }).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Change the text' })).toBeFocused();
  await expect(page.getByText('Ask the council for its calendar first.').first()).toBeVisible();
  await look(page, 'milestone evidence');

  await page.getByLabel('First message').fill('Has anybody a template for this?');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const card = page.getByRole('article').getByRole('link', { name: new RegExp(`^${name.slice(0, 12)}`) });
  await expect(card).toContainText('Not started');
  await look(page, 'milestone card');
  const topic = new URL(page.url()).pathname;
  await card.click();
  await expect(page.getByRole('link', { name: /^Go to/ })).toHaveAttribute('href', topic);
  await other.page.goto(path);
  await expect(other.page.getByText('The council decided on the plan.')).toBeVisible();
});

test('a # names a milestone, its card follows what happens, and the message becomes evidence', async ({ browser }) => {
  const [one, other] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'research_advisor', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }),
  ]);
  const { page } = one;
  const { path, name, pair } = await ahead(page, 3);
  const topic = await openTopic(page, 'water', 'Named', ['Where are we?']);
  await Promise.all([page.goto(topic), other.page.goto(topic)]);
  const text = page.getByRole('textbox', { name: /^Write in/ });
  await text.pressSequentially(`See #${name.split(' ')[0]}`);
  const list = page.getByRole('listbox', { name: 'Milestones and visits' });
  await expect(list).toBeVisible();
  await look(page, 'marks offered');
  await text.pressSequentially(` ${name.split(' ').slice(1).join(' ')} ${pair.split(' ')[0]}`);
  await expect(list.getByRole('option')).toContainText([pair]);
  await text.press('Enter');
  await expect(text).toHaveValue(`See #${name} – ${pair} `);
  await text.press('Enter');
  const card = other.page.getByRole('article').getByRole('link', { name: new RegExp(pair) });
  await expect(card).toContainText('Not started');
  await change(page, path, { state: 'at_risk' });
  await expect(card).toContainText('At risk');
  await look(other.page, 'card');
  await other.page.getByRole('textbox', { name: /^Write in/ }).pressSequentially('#');
  await expect(other.page.getByRole('listbox', { name: 'Milestones and visits' })).toBeVisible();
  await look(other.page, 'marks offered');

  const message = page.getByRole('article').filter({ hasText: pair });
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Text of your message' })).toHaveValue(`See #${name} – ${pair}`);
  await page.keyboard.press('Escape');
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Make it evidence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Milestone').selectOption({ index: 1 });
  await dialog.getByLabel('What it shows').fill('It was asked.');
  await look(page, 'message as evidence');
  const chosen = await dialog.getByLabel('Milestone').inputValue();
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(`/m/${chosen}`);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect(evidence.getByRole('link', { name: /^See #milestone/ })).toBeVisible();
  await look(page, 'milestone with message');
});
