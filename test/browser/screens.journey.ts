/** Every screen in both themes, at a desk's and a phone's width and at 400 % zoom: axe finds nothing, nothing overflows, nothing calls out. */
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { channelOf, directOf, pumpTests, visitAs } from './people.js';

const widths = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
];

/** Only colours differ between the themes: all of it is looked at in the first, and the contrasts in the other. */
async function visit(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await look(page, path);
  // At 400 % zoom it is the phone's page, whose colours were looked at already.
  if (page.viewportSize()?.width === 320) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(page, `${path} dark`, ['color-contrast']);
}

// They only look: each worker may take one.
test.describe.configure({ mode: 'parallel' });

for (const viewport of widths)
  test(`every screen at ${viewport.width} px`, async ({ browser }) => {
    test.setTimeout(300_000);
    const { page } = await visitAs(browser, 'project_coordinator', { viewport });
    const outside: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${test.info().project.use.baseURL}/`)) outside.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    const { id, members } = await channelOf(page, 'water');
    const mentor = members.find(({ title }) => title.startsWith('Mentor'));
    const paths = [
      '/',
      '/unread',
      '/n/climate',
      '/n/climate/people',
      '/n/climate/channels/new',
      '/n/climate/reports',
      `/n/climate/c/${id}`,
      `/n/climate/c/${id}/change`,
      `/n/climate/c/${id}/people`,
      await directOf(page),
      `/n/climate/write/${mentor?.id}`,
      await pumpTests(page),
      '/p/granvika-mto-mpya',
      '/inbox',
      '/settings',
      '/accessibility',
      '/privacy',
      '/help',
      '/settings/my-data',
      '/n/nowhere',
      '/api/docs',
    ];
    for (const path of paths) await visit(page, path);
    await page.context().clearCookies();
    await visit(page, '/');
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });
