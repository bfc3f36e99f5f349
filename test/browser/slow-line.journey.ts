/** How soon a topic can be read and answered on a phone with a bad line: 400 kbit/s, 400 ms, a processor four times slower. */
import type { SessionState } from '@hub/contracts';
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { pumpTests, visitAs } from './people.js';

const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const slowdown = 4;

/** When something of the page was first seen, ms from the start of the visit. */
interface Seen {
  text: number;
  messages: number;
  typing: number;
}

async function open(page: Page, path: string): Promise<Seen> {
  await page.goto(path, { waitUntil: 'commit' });
  const seen = await page.waitForFunction(() => {
    const { text, messages, typing } = (window as { seen?: Partial<Seen> }).seen ?? {};
    return text && messages && typing && { text, messages, typing };
  });
  return (await seen.jsonValue()) as Seen;
}

/** Looks at every frame: what is told of by timers would wait behind the page's own work. */
function watch(): void {
  const seen: Partial<Seen> = {};
  Object.assign(window, { seen });
  const look = () => {
    const now = Math.round(performance.now());
    if (document.body?.innerText.trim()) seen.text ??= now;
    if (document.querySelector('article')) seen.messages ??= now;
    if (document.querySelector('textarea:enabled')) seen.typing ??= now;
    if (!seen.typing || !seen.messages) requestAnimationFrame(look);
  };
  look();
}

test('a topic on a bad line', async ({ browser }) => {
  test.setTimeout(120_000);
  const options = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const { page } = await visitAs(browser, 'partnership_coordinator', options);
  const path = await pumpTests(page);
  // As the sign-in page leaves it, in the language it was read in.
  const answer = await page.request.get('/api/session');
  const { person } = (await answer.json()) as SessionState;
  await page
    .context()
    .addCookies([{ name: 'hub-locale', value: person?.locale ?? 'en', url: new URL('/', answer.url()).href }]);
  await page.addInitScript(watch);
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('Network.enable');
  await chromium.send('Network.emulateNetworkConditions', line);
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const first = await open(page, path);
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  const again = await open(page, path);
  const said = ({ text, messages, typing }: Seen) =>
    `text ${text / 1000} s, messages ${messages / 1000} s, typing ${typing / 1000} s`;
  console.info(`a topic on a bad line: ${said(first)}; visited before: ${said(again)}`);
  // The goals (docs/performance.md) hold where nothing else runs; here the machine has other journeys as well.
  expect(first.messages).toBeLessThan(15_000);
  expect(again.messages).toBeLessThan(first.messages);
});
