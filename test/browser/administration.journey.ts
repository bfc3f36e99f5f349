/** Looking after people: finding somebody, giving, moving and ending a role, closing an account, and the trail of it. */
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs } from './people.js';

const main = (page: Page) => page.getByRole('main');
const person = 'Thembeka Radasi';

/** The day after so many days, as a field of a form takes it. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function openPerson(page: Page, words: string): Promise<void> {
  await page.goto(`/admin/people?standing=all&words=${encodeURIComponent(words)}`);
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Roles now' }).waitFor();
}

test('an administrator gives a role, moves its end and ends it, and the trail tells', async ({ browser }) => {
  const { page } = await englishAs(browser, 'administrator');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Administration' }).click();
  await look(page, 'admin');
  await main(page).getByRole('link', { name: 'People and roles' }).click();
  await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Guest' });
  await expect(page).toHaveURL(/role=guest/);
  await look(page, 'admin-people');
  await page.getByRole('row').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Roles now' })).toBeVisible();
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

  await page.getByRole('link', { name: 'Give a role' }).click();
  await page.getByRole('button', { name: 'Give the role' }).click();
  await expect(page.getByRole('group', { name: /things? needs? to be changed/ })).toBeFocused();
  await look(page, 'give-wrong');
  await page.getByRole('combobox', { name: 'Where' }).selectOption({ label: 'Equality' });
  await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Elected representative' });
  await page.getByRole('combobox', { name: 'Partnership' }).selectOption({ index: 1 });
  await page.getByRole('radio', { name: 'Swedish side' }).check();
  await page.getByLabel('Last day').fill(day(20));
  await look(page, 'give');
  await page.getByRole('button', { name: 'Give the role' }).click();
  const term = page.getByRole('listitem').filter({ hasText: 'Elected representative' });
  await expect(term).toContainText(/Ends in (19|20) days/);
  await look(page, 'person');

  await term.getByRole('link', { name: /Change or end/ }).click();
  await page.getByLabel('Last day').fill(day(90));
  await page.getByRole('button', { name: 'Save the last day' }).click();
  await expect(term).not.toContainText('Ends in');
  await term.getByRole('link', { name: /Change or end/ }).click();
  await look(page, 'role');
  await page.getByRole('button', { name: 'End the role' }).click();
  await expect(page.getByRole('textbox', { name: 'Why does it end?' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Why does it end?' }).fill('Was not elected again.');
  await page.getByRole('button', { name: 'End the role' }).click();
  await expect(page.getByRole('region', { name: 'Roles before' })).toContainText('Elected representative');

  await page.getByRole('link', { name: `What was changed about ${name}` }).click();
  const entry = main(page).getByRole('listitem').first();
  await expect(entry).toContainText(`ended the role Elected representative of ${name}`);
  await expect(entry).toContainText('Was not elected again.');
  await look(page, 'audit');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table' }).click();
  expect((await download).suggestedFilename()).toBe('audit-trail.csv');
  await page.goto('/roles');
  await expect(page.getByRole('heading', { level: 2, name: 'Mentor' })).toBeVisible();
  await look(page, 'roles');
});

test('an account is closed and opened again, on a telephone in the dark', async ({ browser }) => {
  const options = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;
  const { page } = await englishAs(browser, 'administrator', options);
  await page.goto('/admin/people?weeks=52');
  await expect(page.getByRole('status').filter({ hasText: /person|people|Nobody/ })).toBeVisible();
  await look(page, 'admin-people');
  await openPerson(page, person);
  await look(page, 'person');
  await page.getByRole('link', { name: 'Correct or close the account' }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('On leave.');
  await look(page, 'account');
  await page.getByRole('button', { name: 'Close the account' }).click();
  await expect(main(page)).toContainText('This account is closed since');
  await page.getByRole('link', { name: 'Correct or close the account' }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('Back again.');
  await page.getByRole('button', { name: 'Open the account again' }).click();
  await page.getByRole('link', { name: 'Correct or close the account' }).waitFor();
  await expect(main(page)).not.toContainText('This account is closed since');
  await page.goto('/admin/audit');
  await expect(main(page).getByRole('listitem').first()).toContainText(`opened the account of`);
  await look(page, 'audit');
  await page.goto('/roles');
  await page.getByRole('heading', { level: 2, name: 'Mentor' }).waitFor();
  await look(page, 'roles');
});

test('a coordinator sees their own network only', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  await page.goto('/admin/people');
  await expect(page.getByRole('table', { name: 'People and roles' })).toContainText('Climate');
  await expect(page.getByRole('table', { name: 'People and roles' })).not.toContainText('Equality');
  await openPerson(page, person);
  await expect(page.getByRole('link', { name: 'Correct or close the account' })).toHaveCount(0);
});

test('what was given up is tried again, and whom mail does not reach is told', async ({ browser }) => {
  const { page } = await englishAs(browser, 'administrator');
  await page.goto('/admin/jobs');
  await expect(main(page)).toContainText('Nothing was given up');
  // No job of a demonstration fails, and none of its letters is refused.
  const failedAt = new Date(Date.now() - 3_600_000).toISOString();
  const failed = ['letters.due', 'broadcast.sent', 'of.later'].map((topic, n) => ({
    id: 9_999_990 + n,
    topic,
    failure: 'TypeError',
    failedAt,
  }));
  await page.route('**/api/admin/jobs', (route) => route.fulfill({ json: failed }));
  await page.reload();
  await expect(main(page).getByRole('listitem')).toHaveCount(3);
  await look(page, 'jobs');
  const first = main(page).getByRole('listitem').first();
  await page.route('**/replay', (route) => route.abort());
  await first.getByRole('button', { name: /^Try again: Letters/ }).click();
  await expect(first.getByRole('alert')).toBeVisible();
  await page.unroute('**/replay');
  await first.getByRole('button', { name: /^Try again: Letters/ }).click();
  await expect(first.getByText('Somebody else had it tried again meanwhile.')).toBeFocused();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  await look(page, 'jobs dark');
  await page.unrouteAll();

  const coordinator = await englishAs(browser, 'project_coordinator');
  const { page: there } = coordinator;
  const failing = (await (await there.request.get('/api/networks/climate/failing-addresses')).json()) as unknown[];
  expect(failing).toEqual([]);
  const refused = {
    person: { id: coordinator.person.id.replace(/^./, '0'), name: 'Thembeka Radasi', initials: 'TR' },
    email: 'thembeka.radasi@municipality-of-somewhere.example.org',
    reason: 'smtp_550',
    since: failedAt,
    letters: 3,
  };
  await there.route('**/failing-addresses', (route) => route.fulfill({ json: [refused] }));
  await there.goto('/n/climate/people');
  const section = there.getByRole('region', { name: 'Mail does not reach 1 person' });
  await expect(section).toContainText('3 letters refused');
  await expect(section).toContainText('ask an administrator');
  await look(there, 'failing');
  await there.emulateMedia({ colorScheme: 'dark' });
  await there.setViewportSize({ width: 360, height: 740 });
  await look(there, 'failing dark');
});
