/** Dates in one's own calendar: a feed is made, read by nobody but whoever has its address, and revoked. */
import { expect } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs } from './people.js';

for (const device of [
  { viewport: { width: 1280, height: 1000 }, colorScheme: 'light' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
] as const)
  test(`a feed is made, copied and revoked, at ${device.viewport.width} px`, async ({ browser }) => {
    const { page } = await englishAs(browser, 'partnership_coordinator', device);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Dates in your calendar' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Dates in your calendar' })).toBeFocused();
    await page.getByRole('radio', { name: 'Granvika – Mto Mpya' }).check();
    await look(page, 'calendar feeds, none yet');
    await page.getByRole('button', { name: 'Make the feed' }).click();
    const field = page.getByRole('textbox', { name: 'Address of the feed: Granvika – Mto Mpya' });
    await expect(field).toBeFocused();
    const address = await field.inputValue();
    await page.getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    await expect(page.getByRole('link', { name: 'Open in the calendar of this device' })).toHaveAttribute(
      'href',
      address.replace('http:', 'webcal:'),
    );
    await look(page, 'calendar feed, made');
    const { pathname } = new URL(address);
    expect(await (await page.request.get(pathname)).text()).toContain('BEGIN:VCALENDAR');

    await page.getByRole('button', { name: 'I have kept it' }).click();
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Granvika – Mto Mpya' });
    await row.getByRole('button', { name: 'Revoke the feed: Granvika – Mto Mpya' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke the feed: Granvika – Mto Mpya?' });
    await look(page, 'calendar feed, revoking');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await expect(row).toHaveCount(0);
    expect((await page.request.get(pathname)).status()).toBe(404);
  });

test('a coordinator puts a time behind the timelines and takes it away', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator', { viewport: { width: 360, height: 740 } });
  await page.goto('/bands');
  const country = page.getByRole('combobox', { name: 'Country' }).first();
  await country.selectOption('Kenya');
  await expect(page.getByText('General and county elections')).toBeVisible();
  await look(page, 'bands of Kenya');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('group', { name: '4 things need to be changed' })).toBeFocused();
  await page.getByRole('button', { name: 'Add it' }).scrollIntoViewIfNeeded();
  await look(page, 'a band without anything');
  await page.getByRole('combobox', { name: 'Country' }).last().selectOption('Tanzania');
  const name = `By-election ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByLabel('First day').fill('2029-05-04');
  await page.getByLabel('Last day').fill('2029-05-05');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(country).toHaveValue('TZ');
  const band = page.getByRole('main').getByRole('listitem').filter({ hasText: name });
  await expect(band).toContainText('4 May 2029 to 5 May 2029');
  await band.getByRole('button', { name: new RegExp(`^Remove ${name}`) }).click();
  await expect(band).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'By country' })).toBeFocused();
});
