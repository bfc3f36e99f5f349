/** How one signs in and where one is signed in: a device is signed out from another one, whose page says so at once. */
import { expect, test } from '@playwright/test';
import { look } from './look.js';
import { englishAs } from './people.js';

for (const device of [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'light', isMobile: true, hasTouch: true },
] as const)
  test(`a device that was left open is signed out, at ${device.viewport.width} px`, async ({ browser }) => {
    const { page } = await englishAs(browser, 'research_advisor', device);
    const phone = {
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1',
    };
    const left = await englishAs(browser, 'research_advisor', phone);
    await left.page.goto('/');
    await expect(left.page.getByRole('heading', { level: 1 })).toBeVisible();

    await page.goto('/settings');
    await page.getByRole('link', { name: 'Sign-in and devices' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign-in and devices' })).toBeFocused();
    const row = page.getByRole('listitem').filter({ hasText: 'Safari on iPhone' });
    await expect(row).toHaveCount(1);
    await look(page, 'sign-in and devices');
    await row.getByRole('button', { name: 'Sign out Safari on iPhone' }).click();
    await expect(row).toHaveCount(0);
    await expect(left.page.getByText('You have been signed out.', { exact: false })).toBeVisible({ timeout: 5_000 });
  });
