/** One's own data, the way out under a pseudonym, and the pages that everybody reaches. */
import type { DemonstrationPerson, OwnData } from '@hub/contracts';
import { expect, type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs, enter, openTopic } from './people.js';

const main = (page: Page) => page.getByRole('main');

/** The second of the two politicians, whom no other journey needs. */
async function asLeaver(browser: Browser): Promise<{ page: Page; person: DemonstrationPerson }> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  const people = (await (await page.request.get('/api/demonstration/people')).json()) as DemonstrationPerson[];
  const person = people.findLast(({ role }) => role === 'politician');
  if (!person) throw new Error('Nobody to be');
  await enter(page, person.id);
  await page.context().addInitScript(() => sessionStorage.setItem('hub-visitor-locale', 'en'));
  return { page, person };
}

test('a person takes their data, asks to be erased, and is a pseudonym for whoever is there', async ({ browser }) => {
  const [leaver, reader, administrator] = await Promise.all([
    asLeaver(browser),
    englishAs(browser, 'expert'),
    englishAs(browser, 'administrator', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }),
  ]);
  const { page, person } = leaver;
  const topic = await openTopic(page, 'water', 'Farewell', [`I am ${person.name} and I leave.`]);
  await reader.page.goto(topic);
  await expect(reader.page.getByRole('article').filter({ hasText: `I am ${person.name}` })).toBeVisible();

  await page.goto('/settings');
  await page.getByRole('link', { name: 'My data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My data' })).toBeFocused();
  await look(page, 'my data');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const data = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as OwnData;
  expect(data.profile.name).toBe(person.name);
  expect(data.messages.map(({ text }) => text)).toContain(`I am ${person.name} and I leave.`);

  await page.getByRole('button', { name: 'Ask to be erased' }).click();
  const field = page.getByRole('textbox', { name: 'Your name, as confirmation' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Somebody else');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'my data refused');
  await field.fill(person.name.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'To be erased' })).toBeFocused();
  await expect(main(page)).toContainText('You asked to be erased on');
  await page.getByRole('button', { name: 'Take the request back' }).click();
  await expect(page.getByRole('button', { name: 'Ask to be erased' })).toBeVisible();
  await page.getByRole('button', { name: 'Ask to be erased' }).click();
  await field.fill(person.name);
  await page.keyboard.press('Enter');
  await expect(main(page)).toContainText('You asked to be erased on');

  const admin = administrator.page;
  await admin.goto('/');
  await admin.getByRole('link', { name: /requests? (or|and) faults? to look at/ }).click();
  await expect(admin.getByRole('heading', { level: 1, name: 'Requests and faults' })).toBeFocused();
  await look(admin, 'requests');
  await admin.getByRole('button', { name: `Erase ${person.name}` }).click();
  await expect(admin.getByRole('button', { name: 'Erase now' })).toBeFocused();
  await look(admin, 'requests sure');
  await page.goto('/settings');
  await admin.keyboard.press('Enter');
  await expect(main(admin)).toContainText(/Carried out. Former member \w{4} stands there/);

  const said = reader.page.getByRole('article').filter({ hasText: /I am Former member \w{4} and I leave/ });
  await expect(said).toBeVisible({ timeout: 60_000 });
  await expect(reader.page.getByText(person.name)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'My data' })).toHaveCount(0);
  await expect(page.getByText('You have been signed out')).toBeVisible();
});

test('help, privacy and accessibility are there for everybody, and a fault is reported without an account', async ({
  browser,
}) => {
  const outside = await (
    await browser.newContext({ locale: 'sv-SE', viewport: { width: 360, height: 740 } })
  ).newPage();
  for (const [link, title] of [
    ['Hjälp', 'Hjälp'],
    ['Personuppgifter', 'Så behandlas personuppgifter'],
    ['Tillgänglighet', 'Tillgänglighetsredogörelse'],
  ] as const) {
    await outside.goto('/');
    await outside.waitForLoadState('networkidle');
    await outside.getByRole('link', { name: link, exact: true }).click();
    await expect(outside.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await outside.waitForLoadState('networkidle');
    await look(outside, `open ${title}`);
  }
  await outside.getByRole('button', { name: 'Skicka' }).click();
  await expect(outside.getByRole('group', { name: 'En sak behöver ändras' })).toBeFocused();
  await outside.getByRole('textbox', { name: 'Vad ville du göra' }).fill('Knappen har inget namn.');
  await outside.getByRole('textbox', { name: 'Hur kan vi svara dig?' }).fill('ring 08-123');
  await outside.getByRole('button', { name: 'Skicka' }).click();
  await expect(main(outside).getByText('Tack. En administratör kommer att läsa det.')).toBeFocused();

  const { page } = await englishAs(browser, 'administrator');
  for (const [link, title] of [
    ['Help', 'Help'],
    ['Privacy', 'Privacy notice'],
    ['Accessibility', 'Accessibility statement'],
  ] as const) {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await page.waitForLoadState('networkidle');
    await look(page, title);
  }
  await page.goto('/admin/requests');
  const fault = page.getByRole('listitem').filter({ hasText: 'Knappen har inget namn.' });
  await expect(fault).toContainText('ring 08-123');
  await look(page, 'requests and a fault');
  await fault.getByRole('button', { name: /^Looked after/ }).click();
  await expect(main(page).getByText('Looked after; the contact is forgotten.')).toBeFocused();
});
