/** What somebody writes gets through: from two pages of one browser that were without a line, and without websockets. */
import { expect, test, type Page } from '@playwright/test';
import { composer, pumpTests, visitAs } from './people.js';

const rows = (page: Page, text: RegExp) => page.getByRole('article').filter({ hasText: text });

async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

test('two pages of one browser show the same messages on their way, and send each once', async ({ browser }) => {
  const { page: one } = await visitAs(browser, 'partnership_coordinator');
  const address = await pumpTests(one);
  const other = await one.context().newPage();
  for (const page of [one, other]) {
    await page.goto(address);
    await expect(composer(page)).toBeVisible();
  }
  const sends: string[] = [];
  for (const page of [one, other]) {
    page.on('websocket', (socket) =>
      socket.on(
        'framesent',
        ({ payload }) => void (String(payload).includes('"message.send"') && sends.push('socket')),
      ),
    );
    page.on(
      'request',
      (request) => void (/\/messages$/.test(request.url()) && request.method() === 'POST' && sends.push('http')),
    );
  }
  await one.context().setOffline(true);
  for (const page of [one, other]) await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await write(one, 'On two pages: the first');
  await write(other, 'On two pages: the second');
  for (const page of [one, other]) await expect(rows(page, /On two pages/)).toHaveCount(2);
  await one.context().setOffline(false);
  for (const page of [one, other]) {
    await expect(rows(page, /On two pages/).getByRole('link')).toHaveCount(2, { timeout: 30_000 });
    await expect(rows(page, /On two pages/)).toHaveText([/the first/, /the second/]);
  }
  await one.reload();
  await expect(rows(one, /On two pages/)).toHaveText([/the first/, /the second/]);
  expect(sends).toHaveLength(2);
});

test('where websockets are blocked a conversation goes on all the same', async ({ browser }) => {
  const { page } = await visitAs(browser, 'partnership_coordinator');
  await page.routeWebSocket(/\/api\/live/, (socket) => socket.close());
  const address = await pumpTests(page);
  await page.goto(address);
  await write(page, 'Written behind a wall');
  await expect(rows(page, /behind a wall/).getByRole('link')).toHaveCount(1, { timeout: 15_000 });
  const { page: elsewhere } = await visitAs(browser, 'research_advisor');
  await elsewhere.goto(address);
  await write(elsewhere, 'Heard behind a wall');
  await expect(rows(page, /Heard behind/)).toHaveCount(1, { timeout: 15_000 });
});
