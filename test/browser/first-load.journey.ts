/** How much a browser fetches before a page can be used; dear data is the rule, not the exception. */
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { pumpTests, visitAs } from './people.js';

const kilobyte = 1024;

/** What reads Markdown: it comes after the words of a message that has some. */
const markup = /\/marked-text-[^/]*\.js$/;

/** Compressed bytes by kind, as they travel; each file once, since what the hub told of early is asked for twice and sent once. */
async function weigh(page: Page, path: string): Promise<{ script: number; stylesheet: number; markup: number }> {
  const files = new Map<string, number>();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(response.url())) files.set(response.url(), Number(response.headers()['content-length']));
  });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  // What came with the page is not asked for.
  expect(asked.filter((path) => /^\/api\/(session|topics\/[^/]+(\/messages)?)$/.test(path))).toEqual(
    path === '/' ? ['/api/session'] : [],
  );
  const weight = { script: 0, stylesheet: 0, markup: 0 };
  for (const [url, bytes] of files) {
    expect(bytes, url).toBeGreaterThan(0);
    weight[markup.test(url) ? 'markup' : url.endsWith('.js') ? 'script' : 'stylesheet'] += bytes;
  }
  return weight;
}

test('the first load stays within its budget', async ({ browser }) => {
  // Chromium offers brotli to secure origins and to this machine; gzip is what the budget counts.
  const gzip = { extraHTTPHeaders: { 'accept-encoding': 'gzip' } };
  const { page } = await visitAs(browser, 'research_advisor', gzip);
  const topic = await weigh(page, await pumpTests(page));
  const stranger = await (await browser.newContext(gzip)).newPage();
  const door = await weigh(stranger, '/');
  const said = (weight: typeof topic) =>
    `${(weight.script / kilobyte).toFixed(1)} KB JS, ${(weight.stylesheet / kilobyte).toFixed(1)} KB CSS`;
  const later = `${(topic.markup / kilobyte).toFixed(1)} KB for Markdown`;
  console.info(`first load, gzip: topic ${said(topic)}, then ${later}; sign-in ${said(door)}`);
  expect(topic.script).toBeLessThanOrEqual(150 * kilobyte);
  expect(topic.markup).toBeGreaterThan(0);
  expect(topic.markup).toBeLessThanOrEqual(40 * kilobyte);
  expect(topic.stylesheet).toBeLessThanOrEqual(15 * kilobyte);
  expect(door.script).toBeLessThanOrEqual(90 * kilobyte);
});
