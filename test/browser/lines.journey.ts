/** What somebody writes gets through: from two pages of one browser that were without a line, and without websockets. */
import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import { test } from './journey.js';
import { composer, pumpTests, visitAs } from './people.js';

const rows = (page: Page, text: RegExp) => page.getByRole('article').filter({ hasText: text });

async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

test('two pages of one browser show the same messages on their way, and send each once', async ({ browser }, info) => {
  const where = `On two pages, ${info.repeatEachIndex}`;
  const theirs = (page: Page) => rows(page, new RegExp(where));
  const { page: one } = await visitAs(browser, 'partnership_coordinator');
  const context = one.context();
  const sockets = new Set<WebSocketRoute>();
  const sends: string[] = [];
  const counting = (text: string) => void (text.includes('"message.send"') && sends.push(text));
  let isOffline = false;
  // Being offline leaves a socket that is open alone, unlike a bus in a tunnel.
  await context.routeWebSocket(/\/api\/live/, (near) => {
    if (isOffline) return near.close();
    const far = near.connectToServer();
    sockets.add(near);
    near.onMessage((message) => {
      counting(String(message));
      far.send(message);
    });
  });
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/messages')) sends.push(request.url());
  });
  const address = await pumpTests(one);
  const other = await context.newPage();
  for (const page of [one, other]) {
    await page.goto(address);
    await expect(composer(page)).toBeVisible();
  }
  isOffline = true;
  await context.setOffline(true);
  for (const socket of sockets) await socket.close();
  await write(one, `${where}: the first`);
  await write(other, `${where}: the second`);
  for (const page of [one, other]) {
    await expect(theirs(page)).toHaveText([/the first/, /the second/]);
    await expect(theirs(page).getByRole('link')).toHaveCount(0);
  }
  isOffline = false;
  await context.setOffline(false);
  for (const page of [one, other]) {
    await expect(theirs(page).getByRole('link')).toHaveCount(2, { timeout: 30_000 });
    await expect(theirs(page)).toHaveText([/the first/, /the second/]);
  }
  expect(sends).toHaveLength(2);
});

test('where websockets are blocked a conversation goes on all the same', async ({ browser }) => {
  const { page } = await visitAs(browser, 'partnership_coordinator');
  await page.routeWebSocket(/\/api\/live/, (socket) => socket.close());
  const address = await pumpTests(page);
  await page.goto(address);
  await write(page, 'Written behind a wall');
  await expect(rows(page, /behind a wall/).getByRole('link')).toHaveCount(1, { timeout: 30_000 });
  const { page: elsewhere } = await visitAs(browser, 'research_advisor');
  await elsewhere.goto(address);
  await write(elsewhere, 'Heard behind a wall');
  await expect(rows(page, /Heard behind/)).toHaveCount(1, { timeout: 30_000 });
});
