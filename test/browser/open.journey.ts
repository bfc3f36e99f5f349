/** What can be opened on a topic and a channel: each menu, form and dialog is as sound as the screen beneath it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { channelOf, englishAs, openTopic, sendTo } from './people.js';

const text = (page: Page) => page.getByRole('textbox', { name: /^Write in/ });
const message = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });

async function openMenu(row: Locator): Promise<void> {
  const page = row.page();
  await row.focus();
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** A desk with a mouse, and a phone with a finger. */
const devices = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'light', isMobile: true, hasTouch: true },
] as const;

for (const device of devices) {
  const { viewport, colorScheme } = device;
  test(`what can be opened, at ${viewport.width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const [coordinator, advisor] = await Promise.all([
      englishAs(browser, 'project_coordinator', device),
      englishAs(browser, 'research_advisor'),
    ]);
    const { page } = coordinator;
    const topic = await openTopic(page, 'water', 'Everything that opens', [
      '**Three** tanks, and a [list](https://example.org):\n\n1. north\n2. south\n\n| Tank | m³ |\n| --- | --- |\n| north | 15 |',
    ]);
    await sendTo(advisor.page, 'water', topic, ['Two of them leak.']);
    await page.goto(topic);
    const mine = message(page, 'Three tanks');
    const theirs = message(page, 'Two of them leak.');
    await expect(theirs).toBeVisible();
    await look(page, 'topic');

    await openMenu(mine);
    await look(page, 'menu of a message');
    await choose(page, 'Edit');
    const editor = page.getByRole('textbox', { name: 'Text of your message' });
    await expect(editor).toBeFocused();
    await look(page, 'editing');
    await editor.fill('**Three** tanks, in two places.');
    await editor.press(viewport.width > 700 ? 'Enter' : 'Control+Enter');
    await message(page, 'in two places').getByRole('button', { name: 'Edited' }).click();
    await expect(page.getByRole('dialog')).toContainText('north');
    await look(page, 'earlier versions');
    await page.keyboard.press('Escape');

    await openMenu(theirs);
    await choose(page, 'Remove with a reason');
    await page.getByRole('button', { name: 'Remove the message' }).click();
    await expect(page.getByText('Say why.')).toBeVisible();
    await look(page, 'removing without a reason');
    await page.keyboard.press('Escape');

    for (const [item, name] of [
      ['Go to a date', 'going to a date'],
      ['Change the title', 'changing the title'],
      ['Move to another channel', 'moving a topic'],
      ['Keyboard', 'keys'],
    ] as const) {
      await page.getByRole('button', { name: 'More about this topic' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      if (item === 'Go to a date') await look(page, 'menu of a topic');
      await choose(page, item);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }

    await text(page).click();
    await text(page).pressSequentially('@a');
    await expect(page.getByRole('listbox')).toBeVisible();
    await look(page, 'mentioning');
    await page.keyboard.press('Enter');
    await text(page).pressSequentially(' and more');
    await look(page, 'a draft');
    await page.goto('/settings');
    if (viewport.width < 900) await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out' }).last().click();
    await expect(page.getByRole('dialog', { name: 'You have words that are only here' })).toBeVisible();
    await look(page, 'signing out with words that are only here');
    await page.getByRole('button', { name: 'Stay signed in' }).click();

    const { id } = await channelOf(page, 'water');
    await page.goto(`/n/climate/c/${id}`);
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'leaving a channel');
    await page.keyboard.press('Escape');
    await page.goto('/n/climate/channels/new');
    await page
      .getByRole('button', { name: /open the channel|make|create/i })
      .last()
      .click();
    await look(page, 'a new channel with what is missing');
  });
}

test('with little data a page is shorter and nothing is lost', async ({ browser }) => {
  const [reader, writer] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'research_advisor'),
  ]);
  const bodies = Array.from({ length: 60 }, (_, n) => `Reading ${n}, of the gauge by the sluice`);
  const topic = await openTopic(writer.page, 'water', 'Little data', bodies);
  const { page } = reader;
  await page.goto('/settings');
  await page.getByRole('checkbox', { name: 'Use less data' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(topic);
  await expect(message(page, 'Reading 0,')).toBeVisible();
  const pages = asked.filter((url) => url.includes('/messages'));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter((url) => !url.includes('limit=30'))).toEqual([]);
  await page.getByRole('button', { name: /jump to latest/i }).click();
  await expect(message(page, 'Reading 59,')).toBeInViewport();
});
