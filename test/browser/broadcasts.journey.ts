/** A broadcast from its first letter to the last side that acknowledges it: in the hub, and by the link of its mail. */
import type { BroadcastPage, KeptLetter } from '@hub/contracts';
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs, listenAt, type Visitor } from './people.js';

const phone = { viewport: { width: 360, height: 780 }, colorScheme: 'dark', hasTouch: true } as const;
const body = (page: Page) => page.getByRole('textbox', { name: 'Text' });

/** Whom no hour is quiet gets it at once, whenever this runs. */
async function restless(page: Page): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const data = {
    mail: {},
    digest: 'off',
    digestAt: '07:30',
    digestWeekday: 1,
    quietFrom: '00:00',
    quietUntil: '00:00',
    quietDays: [],
    quietHolidays: false,
  };
  const answer = await page.request.patch('/api/preferences', { data, headers: { origin } });
  expect(answer.ok()).toBe(true);
}

/** Where the visitor's letter about a broadcast leads. */
async function linkOf({ page, person }: Visitor, path: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const letters = (await (await page.request.get('/api/demonstration/mails')).json()) as KeptLetter[];
        const letter = letters.find(({ recipient, plain }) => recipient.includes(person.name) && plain.includes(path));
        return (link = /\/acknowledge\/[\w-]+/.exec(letter?.plain ?? '')?.[0]);
      },
      { timeout: 60_000 },
    )
    .toBeDefined();
  return link ?? '';
}

/** In another window. */
async function correct(page: Page, path: string, note: string): Promise<void> {
  const { origin } = new URL(page.url());
  const { texts, version } = (await (
    await page.request.get(`/api${path.replace('/b/', '/broadcasts/')}`)
  ).json()) as BroadcastPage;
  const data = { version, texts, note, again: false };
  const answer = await page.request.post(`/api${path.replace('/b/', '/broadcasts/')}/versions`, {
    data,
    headers: { origin },
  });
  expect(answer.ok()).toBe(true);
}

test('a coordinator writes, sees how many it reaches, sends, and a reader acknowledges by keyboard', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [{ page }, reader, away] = await Promise.all([
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'partnership_coordinator', phone),
    englishAs(browser, 'politician', phone),
  ]);
  await restless(away.page);
  await page.goto('/n/climate');
  await page.getByRole('main').getByRole('link', { name: 'Updates' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Updates' })).toBeVisible();
  await look(page, 'updates');
  await page.getByRole('link', { name: 'New update' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New update' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ people in \d+ partnerships$/ })).toBeVisible();

  // What is missing is named; what was written survives leaving the page.
  await page.getByRole('button', { name: 'Look it through and send' }).click();
  await expect(page.getByRole('group', { name: '2 things need to be changed' })).toBeFocused();
  await page.getByLabel('Title').fill('Report dates have moved');
  await body(page).fill(
    'The yearly report is due **two weeks later**:\n\n- 14 April for the text\n- 28 April for the audit',
  );
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel('Title')).toHaveValue('Report dates have moved');
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByRole('group', { name: 'Swedish' }).getByLabel('Title').fill('Nya datum för redovisningen');
  await page
    .getByRole('group', { name: 'Swedish' })
    .getByLabel('Text')
    .fill('Redovisningen ska in **två veckor senare**.');
  await page.getByText('Both sides of each partnership').click();
  await look(page, 'update form');
  await page.setViewportSize({ width: 360, height: 780 });
  await page.evaluate(() => scrollTo(0, 0));
  await look(page, 'update form');
  await page.setViewportSize({ width: 1280, height: 720 });

  await page.getByRole('button', { name: 'Look it through and send' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Look it through and send' })).toBeVisible();
  await page.getByRole('radio', { name: 'At another time' }).check();
  await page.getByRole('textbox', { name: 'Time' }).fill('02:30');
  await expect(page.getByText(/It will be night then for \d+/)).toBeVisible();
  await look(page, 'update send');
  await page.getByRole('radio', { name: 'Now' }).check();
  await page.getByRole('button', { name: /^Send to \d+ people$/ }).click();
  // Each reads it in their own language.
  await expect(page.getByRole('heading', { level: 1, name: 'Nya datum för redovisningen' })).toBeVisible();
  const path = new URL(page.url()).pathname;

  await reader.page.goto(path);
  await expect(reader.page.getByText('två veckor senare')).toBeVisible();
  await look(reader.page, 'update to read');
  await listenAt(page, `${path}/reach`);
  await expect(page.getByText(/^0 of \d+$/).first()).toBeVisible();
  const button = reader.page.getByRole('button', { name: 'I have read this' });
  while (!(await button.evaluate((one) => one === document.activeElement))) await reader.page.keyboard.press('Tab');
  await reader.page.keyboard.press('Enter');
  await expect(reader.page.getByText(/^You confirmed it/).last()).toBeFocused();
  await look(reader.page, 'update acknowledged');

  // The page of who was reached turns by itself.
  await expect(page.getByText(/^1 of \d+$/).first()).toBeVisible();
  await look(page, 'reach');
  await page.getByRole('link', { name: 'Board: partnerships and updates' }).click();
  await expect(page.getByRole('table')).toContainText(/side only/);
  await page.setViewportSize({ width: 360, height: 780 });
  await look(page, 'reach board');

  // Another acknowledges by the link of their mail, without being signed in; to open it does nothing.
  const { page: stranger } = away;
  const link = await linkOf(away, path);
  await stranger.context().clearCookies();
  await stranger.goto(link);
  const give = stranger.getByRole('button', { name: /^I am .+ and have read this$/ });
  await expect(give).toBeVisible();
  await look(stranger, 'acknowledge');
  await expect(page.getByRole('table')).toContainText(/(^|\D)1 of 15 people/);
  await give.press('Enter');
  await expect(stranger.getByText(/^Thank you, /).last()).toBeFocused();
  await look(stranger, 'acknowledge done');
  await expect(page.getByRole('table')).toContainText(/(^|\D)2 of 15 people/);
  await stranger.reload();
  await expect(stranger.getByText(/confirmed it already/)).toBeVisible();

  // A correction that asks again is read before it is acknowledged, also by the link of the first mail.
  await page.goto(`${path}/change`);
  const note = page.getByRole('textbox', { name: 'What was corrected' });
  await note.fill('The audit is due on 30 April.');
  await correct(page, path, 'It is the report of this year.');
  await page.reload();
  await expect(page.getByRole('heading', { name: /corrected it meanwhile$/ })).toBeVisible();
  await expect(note).toHaveValue('The audit is due on 30 April.');
  await expect(page.getByText('It is the report of this year.')).toBeVisible();
  await look(page, 'update corrected meanwhile');
  await page.getByRole('button', { name: 'Go on with mine' }).click();
  await expect(note).toBeFocused();
  await page.getByRole('group', { name: 'Swedish' }).getByLabel('Text').fill('Revisionen ska in **30 april**.');
  await page.getByRole('checkbox', { name: /^Ask everybody to confirm it again/ }).check();
  await look(page, 'update correction');
  await page.getByRole('button', { name: /^Send the correction to \d+ people$/ }).click();
  await expect(page.getByText('The audit is due on 30 April.').first()).toBeVisible();
  await look(page, 'update corrected');
  await stranger.reload();
  await expect(stranger.getByText('It was corrected after this mail was sent.')).toBeVisible();
  await expect(stranger.locator('strong', { hasText: /30 april|two weeks later/ })).toBeVisible();
  await look(stranger, 'acknowledge corrected');
  await stranger.getByRole('button', { name: /^I am .+ and have read this$/ }).click();
  await expect(stranger.getByText(/^Thank you, /).last()).toBeFocused();
  await stranger.goto('/acknowledge/of-nobody-and-nothing-at-all');
  await expect(stranger.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible();
});

test('an update to several networks is tried out, put off, taken back and given up; the missing are called', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [{ page }, { page: reader }] = await Promise.all([
    englishAs(browser, 'administrator'),
    englishAs(browser, 'partnership_coordinator', phone),
  ]);
  await page.goto('/n/climate/broadcasts/new');
  await page.getByRole('checkbox', { name: 'Equality' }).check();
  await page.getByLabel('Title').fill('The office is closed between the years');
  await body(page).fill('Nobody answers from 23 December until 7 January.');
  await page.getByRole('button', { name: 'Look it through and send' }).click();
  await page.getByRole('button', { name: 'Mail it to me first' }).click();
  await expect(page.getByText(/^A test is on its way to /).first()).toBeVisible();
  await page.getByRole('radio', { name: 'At another time' }).check();
  await expect(page.getByText(/^It will be night then for \d+/)).toBeVisible();
  await look(page, 'update several send');
  await page.getByRole('button', { name: /^Schedule for \d+ people$/ }).click();
  await expect(page.getByRole('button', { name: 'Do not send it then' })).toBeVisible();
  await look(page, 'update scheduled');
  await page.getByRole('button', { name: 'Do not send it then' }).click();
  await expect(page.getByText(/^This is a draft/)).toBeVisible();
  // What was changed and not saved is named before anything can be sent.
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Change it' }).click();
  await page.getByLabel('Title').fill('The office is closed until 7 January');
  await page.goBack();
  await expect(page.getByText(/^There are changes on this device that are not saved/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Look it through and send' })).toHaveCount(0);
  await look(page, 'update not saved');
  await page.goto(`${path}/change?step=send`);
  await expect(page.getByText(/^There are changes on this device that are not saved/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Send to/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Go on with the changes' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('The office is closed until 7 January');
  await page.getByRole('button', { name: 'Give it up' }).click();
  await look(page, 'update give up');
  await page.getByRole('button', { name: 'Give it up for good' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Updates' })).toBeVisible();
  await expect(page.getByText('The office is closed between the years')).toBeHidden();

  // What the demonstration asked for weeks ago.
  await page.goto('/n/equitable-health/broadcasts');
  await page
    .getByRole('link', { name: /have confirmed/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { name: /^To call: \d+$/ })).toBeVisible();
  await look(page, 'reach to call');
  await page.setViewportSize({ width: 360, height: 780 });
  await look(page, 'reach to call');

  await reader.goto('/n/climate/broadcasts');
  await expect(reader.getByRole('heading', { level: 1, name: 'Updates' })).toBeVisible();
  await look(reader, 'updates of a reader');
  await reader.getByRole('link', { name: /^(Application help|Hjälp med ansökan)/ }).click();
  await reader.getByRole('textbox', { name: 'First message' }).fill('May both sides come on Wednesday?');
  await reader.reload();
  await expect(reader.getByRole('textbox', { name: 'First message' })).toHaveValue(/^May both sides/);
  await look(reader, 'update talk');
  await reader.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(reader.getByText('May both sides come on Wednesday?')).toBeVisible();
});
