/** Hostile texts as bodies, titles and names: every screen shows them as the words they are. */
import { expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { hostileTexts, tiringTexts } from '../hostile-texts.js';
import { breachesIn, watch } from './breaches.js';
import { test } from './journey.js';
import { channelOf, visitAs } from './people.js';

const longestTitle = 120;

/** Every row of the conversation comes into view once, from the last to the first. */
async function readAll(page: Page, step: number): Promise<void> {
  const list = page.getByRole('region', { name: /^Messages in/ });
  await list.getByRole('article').last().waitFor();
  await list.hover();
  for (let atTop = false; !atTop;) {
    expect(await breachesIn(page)).toEqual([]);
    await page.mouse.wheel(0, -step);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))));
    atTop = await list.evaluate((region) => region.scrollTop === 0 && region.getAttribute('aria-busy') !== 'true');
  }
}

async function inTens<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += 10) await Promise.all(items.slice(at, at + 10).map(work));
}

test('hostile texts stay words on every screen', async ({ browser }) => {
  test.setTimeout(300_000);
  const [writer, reader] = await Promise.all([
    visitAs(browser, 'project_coordinator'),
    visitAs(browser, 'research_advisor'),
  ]);
  const { id: channelId } = await channelOf(writer.page, 'water');
  const headers = { origin: new URL(test.info().project.use.baseURL ?? '').origin };
  const post = async (message: { topicId?: string; topicTitle?: string; body: string }) => {
    const data = { clientId: randomUUID(), ...message };
    const answer = await writer.page.request.post(`/api/channels/${channelId}/messages`, { data, headers });
    expect(answer.ok(), `${answer.status()} ${message.body.slice(0, 80)}`).toBe(true);
    return (await answer.json()) as { topicId: string };
  };

  const { topicId } = await post({ topicTitle: 'Hostile texts', body: `Look, <@${reader.person.id}>: **all** of it` });
  await inTens(hostileTexts, (body) => post({ topicId, body }));
  await post({ topicId, body: `<@${reader.person.id}> <img src=x onerror="window.__pwned=1">` });
  const { topicId: tiring } = await post({ topicTitle: 'Tiring texts', body: 'They follow' });
  await inTens(
    tiringTexts.filter((text) => text.trim() !== ''),
    (body) => post({ topicId: tiring, body }),
  );
  const titles = hostileTexts.filter((text) => text.trim() !== '' && text.trim().length <= longestTitle);
  await inTens(
    titles.filter((_, index) => index % 4 === 0),
    (topicTitle) => post({ topicTitle, body: topicTitle }),
  );
  for (const name of [`<img src=x onerror=window.__pwned=1>`, `"><svg onload=window.__pwned=1>`]) {
    const answer = await writer.page.request.patch('/api/profile', { data: { name, title: name }, headers });
    expect(answer.ok()).toBe(true);
  }

  const heard = watch(reader.page, headers.origin);
  for (const path of ['/', '/n/climate', '/n/climate/people', `/n/climate/c/${channelId}`, '/inbox']) {
    await reader.page.goto(path);
    await reader.page.getByRole('heading', { level: 1 }).first().waitFor();
    await reader.page.waitForLoadState('networkidle');
    expect(await breachesIn(reader.page), path).toEqual([]);
  }
  await reader.page.goto(`/t/${topicId}`);
  await readAll(reader.page, 700);
  await reader.page.goto(`/t/${tiring}`);
  await readAll(reader.page, 20_000);
  await expect(reader.page.getByText('They follow')).toBeVisible();
  expect(heard).toEqual([]);

  // What finds nothing must be able to find something.
  await reader.page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="x" onerror="window.__pwned=1"><a href="javascript:1">a</a>',
    );
  });
  expect(await breachesIn(reader.page)).toEqual(['<img>', 'onerror=', 'href=javascript:1']);
  await expect.poll(() => heard.join(' ')).toContain('Content Security Policy');
});
