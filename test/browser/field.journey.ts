/** Networks, partnerships and seats are kept by those who look after them, without a developer. */
import type { LocalGovernment } from '@hub/contracts';
import { expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs } from './people.js';

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** At a desk in the light, and on a phone in the dark. */
async function lookTwice(page: Page, what: string): Promise<void> {
  await look(page, what);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(page, `${what} dark`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('an administrator makes a network in one step, closes it and opens it again', async ({ browser }) => {
  const { page } = await englishAs(browser, 'administrator');
  const name = `Safe schools ${Date.now() % 100_000}`;
  await page.goto('/');
  await main(page).getByRole('link', { name: 'New network' }).click();
  await expect(heading(page, 'New network')).toBeFocused();
  await page.getByRole('button', { name: 'Make the network' }).click();
  const summary = page.getByRole('group', { name: 'things need to be changed' });
  await expect(summary).toBeFocused();
  await look(page, 'network new, wrong');

  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Climate action' });
  await page.getByLabel('Region').fill('West Africa');
  await page.getByLabel('Purpose').fill('Roads to school that children walk without fear.');
  await page.getByLabel('First day').fill('2026-09-01');
  await expect(page.getByLabel('Last day')).toHaveValue('2030-08-31');
  await page.getByRole('button', { name: 'Remove Climate finance' }).click();
  await page.getByRole('button', { name: 'Add a channel' }).click();
  await page.getByLabel('Name of channel 5').fill('Crossings');
  await page.getByRole('button', { name: 'Add a partnership' }).click();
  await expect(page.getByLabel('Name of partnership 1')).toBeFocused();
  await page.getByLabel('Name of partnership 1').fill('Granvika seeks');
  await page.getByLabel('Swedish partner').selectOption({ label: 'Granvika (Municipality)' });
  await lookTwice(page, 'network new');
  await page.getByRole('button', { name: 'Make the network' }).click();
  await expect(heading(page, name)).toBeFocused();
  await expect(main(page).getByRole('link', { name: 'Granvika seeks' })).toBeVisible();
  await expect(main(page).getByRole('link', { name: /^General/ })).toBeVisible();

  await page.getByRole('link', { name: 'Settings of the network' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`${name} for all`);
  await page.getByLabel('Last day').fill('2031-08-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(heading(page, `${name} for all`)).toBeVisible();
  await expect(main(page)).toContainText(`Earlier called ${name}`);
  await expect(main(page)).toContainText('Extended');

  await page.getByRole('link', { name: 'Settings of the network' }).click();
  await lookTwice(page, 'network settings');
  await page.getByRole('button', { name: 'Close the network' }).click();
  await expect(page.getByRole('heading', { name: 'Open the network again' })).toBeVisible();
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').click();
  await expect(main(page)).toContainText('Everything in it can be read');
  await lookTwice(page, 'network closed');
  await page.getByRole('link', { name: 'Settings of the network' }).click();
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(page.getByRole('button', { name: 'Close the network' })).toBeVisible();
});

test('an administrator sees every network and keeps the themes', async ({ browser }) => {
  const { page } = await englishAs(browser, 'administrator');
  await page.goto('/admin');
  await main(page).getByRole('link', { name: 'Networks and themes' }).click();
  await expect(heading(page, 'Networks and themes')).toBeFocused();
  await expect(main(page).getByRole('link', { name: 'Settings of Equitable Health' })).toBeVisible();
  await page.getByRole('button', { name: 'Rename Human rights' }).click();
  await page.getByLabel('Name of the theme in English').fill(' ');
  await page.getByRole('button', { name: 'Save the names' }).click();
  await expect(page.getByLabel('Name of the theme in English')).toBeFocused();
  await lookTwice(page, 'networks and themes');
  await page.getByLabel('Name of the theme in English').fill('Human rights and youth');
  await page.getByRole('button', { name: 'Save the names' }).click();
  await expect(page.getByRole('heading', { name: 'Human rights and youth' })).toBeFocused();
  await page.getByRole('button', { name: 'Rename Human rights and youth' }).click();
  await page.getByLabel('Name of the theme in English').fill('Human rights');
  await page.getByRole('button', { name: 'Save the names' }).click();
  await expect(page.getByRole('heading', { name: 'Human rights', exact: true })).toBeFocused();
});

test('the project coordinator forms a partnership, and keeps its name, partners and stage', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  const name = `Granvika – Kisima ${Date.now() % 100_000}`;
  await page.goto('/n/climate');
  await main(page).getByRole('link', { name: 'New partnership' }).click();
  await expect(heading(page, 'New partnership')).toBeFocused();
  await page.getByRole('button', { name: 'Form the partnership' }).click();
  await expect(page.getByRole('group', { name: '2 things need to be changed' })).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page
    .getByRole('group', { name: 'Swedish side' })
    .getByLabel('Partner 1')
    .selectOption({ label: 'Granvika (Municipality)' });
  await page.getByRole('button', { name: 'Add a local government' }).click();
  await page.getByLabel('Name of the local government').fill(name.replace('Granvika – ', ''));
  await page.getByLabel('Country').selectOption({ label: 'Kenya' });
  await page.getByLabel('Time zone').selectOption('Africa/Nairobi');
  await lookTwice(page, 'partnership new');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('button', { name: 'Form the partnership' }).click();
  await expect(heading(page, name)).toBeFocused();
  await expect(main(page)).toContainText('Seeking a partner');

  await page.getByRole('link', { name: 'Settings of the partnership' }).click();
  await lookTwice(page, 'partnership settings');
  await page
    .getByLabel('Local government')
    .selectOption({ label: `${name.replace('Granvika – ', '')} (Municipality)` });
  await page.getByRole('button', { name: 'Let it join' }).click();
  const left = page.getByRole('button', { name: /^Kisima \d+ leaves$/ });
  await expect(left).toBeVisible();
  await left.click();
  await page.getByRole('button', { name: /^Save that Kisima \d+ leaves$/ }).click();
  await expect(left).toHaveCount(0);
  await page.getByLabel('New stage').selectOption({ label: 'Withdrawn' });
  await page.getByLabel('Why').fill('A new council has other plans.');
  await lookTwice(page, 'partnership settings, stage');
  await page.getByRole('button', { name: 'Set the stage' }).click();
  await expect(main(page)).toContainText('Withdrawn since');
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').click();
  await expect(main(page)).toContainText('A new council has other plans.');
  await expect(main(page)).toContainText('Earlier partners');
  await lookTwice(page, 'partnership withdrawn');
});

/** A partnership of the climate network that no other journey looks at. */
async function newPair(page: Page, name: string): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const known = (await (await page.request.get('/api/governments?networkSlug=climate')).json()) as LocalGovernment[];
  const party = (side: string, swedish: boolean) => ({
    side,
    localGovernmentId: known.find(({ country }) => (country === 'SE') === swedish)?.id,
  });
  // Nothing of the plan is late for those who begin today.
  const fromOn = new Date().toISOString().slice(0, 10);
  const parties = [party('swedish', true), party('international', false)];
  const data = {
    partnershipId: randomUUID(),
    name,
    slug: name.toLowerCase().replace(' ', '-'),
    status: 'active',
    fromOn,
    parties,
  };
  const answer = await page.request.post('/api/networks/climate/partnerships', { data, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('a seat is filled and handed over, and the page says which mandates are missing', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  const name = `Pair ${Date.now() % 100_000}`;
  await newPair(page, name);
  await page.goto(`/p/${name.toLowerCase().replace(' ', '-')}`);
  await expect(main(page)).toContainText('Majority is missing on the Swedish side.');
  await page.getByRole('link', { name: 'Settings of the partnership' }).click();
  const seats = page.getByRole('region', { name: 'Seats of the steering group' });
  const seat = 'Elected representative, Majority';
  const fill = seats.getByRole('button', { name: `Fill the seat: ${seat}` });
  await fill.first().click();
  const form = page.getByRole('form', { name: `Fill the seat: ${seat}` });
  await expect(form.getByLabel('Who takes it')).toBeFocused();
  const choices = form.getByLabel('Who takes it').locator('optgroup option');
  await expect(choices).not.toHaveCount(0);
  const people = await choices.allTextContents();
  const [first = '', second = ''] = people;
  await form.getByRole('button', { name: 'Fill the seat' }).click();
  await expect(form.getByLabel('Who takes it')).toBeFocused();
  await expect(form).toContainText('This has to be filled in.');
  await form.getByLabel('Who takes it').selectOption({ label: first });
  await form.getByRole('button', { name: 'Fill the seat' }).click();
  await seats.getByRole('button', { name: `Hand over the seat: ${seat}` }).click();
  const over = page.getByRole('form', { name: `Hand over the seat: ${seat}` });
  const other = second === first ? (people[2] ?? '') : second;
  await over.getByLabel('Who takes it').selectOption({ label: other });
  await lookTwice(page, 'seats');
  await over.getByRole('button', { name: 'Hand the seat over' }).click();
  await expect(seats).toContainText(`${other.replace(/ \(.*/, '')}, since`);
  await expect(seats).toContainText(`${first.replace(/ \(.*/, '')}, until`);
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').click();
  await expect(main(page)).toContainText('Opposition is missing on the Swedish side.');
  await expect(main(page)).not.toContainText('Majority is missing on the Swedish side.');
  await page.getByRole('heading', { name: 'Steering group' }).scrollIntoViewIfNeeded();
  await lookTwice(page, 'mandates missing');
});
