/** Dates in one's own calendar: a feed is made, read by nobody but whoever has its address, and revoked. */
import { expect, test } from '@playwright/test';
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
