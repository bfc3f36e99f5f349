/** From page to page: by links, back, in a new tab, and to what is not there. */
import { expect } from '@playwright/test';
import { test } from './journey.js';
import { visitAs } from './people.js';

test('back leads to where one was, and focus to the heading', async ({ browser }) => {
  const { page } = await visitAs(browser, 'project_coordinator', { viewport: { width: 1000, height: 500 } });
  await page.goto('/n/climate');
  const people = page
    .getByRole('main')
    .getByRole('link', { name: /Everyone|people/i })
    .first();
  await people.waitFor();
  await page.evaluate(() => scrollTo(0, 400));
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(100);
  await people.evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL('/n/climate/people');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.getByRole('link', { name: 'People', exact: true }).first()).toHaveAttribute('aria-current', 'page');

  await page.getByRole('searchbox').fill('water');
  await expect(page).toHaveURL('/n/climate/people?words=water');
  await page.goBack();
  await expect(page).toHaveURL('/n/climate');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
  await page.goForward();
  await expect(page.getByRole('searchbox')).toHaveValue('water');
});

test('a page that is left the moment it is there takes no focus from the next one', async ({ browser }) => {
  const { page } = await visitAs(browser, 'administrator');
  await page.addInitScript(() => {
    const leave = new MutationObserver(() => {
      if (!document.querySelector('h1')?.textContent.startsWith('Hello')) return;
      leave.disconnect();
      document.querySelector<HTMLAnchorElement>('nav a[href="/help"]')?.click();
    });
    leave.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeFocused();
});

test('a link opens in a new tab when asked to', async ({ browser }) => {
  const { page } = await visitAs(browser, 'expert');
  await page.goto('/');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: /^Inbox/ }).click({ modifiers: ['ControlOrMeta'] });
  await (await opened).waitForURL('/inbox');
  await expect(page).toHaveURL('/');
});

test('a page that is not there says so, and a page whose code does not come can be asked for again', async ({
  browser,
}) => {
  const { page } = await visitAs(browser, 'expert');
  await page.goto('/n/climate/nowhere/else');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here for you');
  await page.route(/inbox-route-.*\.js$/, (route) => route.abort());
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here for you');
  await page.unroute(/inbox-route-.*\.js$/);
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Inbox/);
});
