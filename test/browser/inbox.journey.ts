/** The inbox: what needs its reader, done and later with a way back, why it came, by keyboard and in both themes. */
import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { test } from './journey.js';
import { look } from './look.js';
import { channelOf, englishAs, listenAt } from './people.js';

async function ask<T>(page: Page, path: string, data: unknown): Promise<T> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request.post(`/api${path}`, { data, headers: { origin } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.text().then((text) => (text ? JSON.parse(text) : undefined))) as T;
}

test('what needs its reader is done, put off and taken back by keyboard', async ({ browser }) => {
  const [coordinator, reader] = await Promise.all([
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const { page } = reader;
  const id = uuidv7();
  const networks = await (await coordinator.page.request.get('/api/networks')).json();
  const networkId = (networks as { id: string; slug: string }[]).find(({ slug }) => slug === 'climate')?.id;
  await ask(coordinator.page, '/broadcasts', {
    id,
    audience: { networkIds: [networkId], partnershipIds: [], sides: [], roles: [] },
    texts: [
      { language: 'en', title: 'Annual reports: what changes this year', body: 'Three things change.' },
      { language: 'sv', title: 'Årsrapporterna: det här är nytt i år', body: 'Tre saker är nya.' },
    ],
    acknowledge: true,
    acknowledgeBy: '2099-12-03',
  });
  await ask(coordinator.page, `/broadcasts/${id}/sending`, { at: null });
  await listenAt(page, '/inbox');
  const needs = page.getByRole('region', { name: 'Needs you' });
  await expect(needs.locator(`a[href="/b/${id}"]`)).toContainText(/Annual reports|Årsrapporterna/);

  const channel = await channelOf(coordinator.page, 'water');
  const title = `Sluice plans ${Date.now()}`;
  await ask(coordinator.page, `/channels/${channel.id}/messages`, {
    clientId: uuidv7(),
    topicTitle: title,
    body: `<@${reader.person.id}>, can you bring the drawings to the meeting in Kitwe? The council decides in March.`,
  });
  const row = needs.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('mentioned you');

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('j');
  await expect(row.getByRole('link', { name: /mentioned you/ })).toBeFocused();
  await page.keyboard.press('e');
  const undo = row.getByRole('button', { name: /^Undo: / });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('link', { name: /mentioned you/ })).toBeFocused();
  await row.getByText('Why do I get this?').click();
  await expect(row).toContainText('The message names you.');
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await look(page, `inbox ${scheme}`);
  }
  await row.getByRole('link', { name: /mentioned you/ }).focus();
  await page.keyboard.press('l');
  await expect(page.getByRole('menuitem', { name: /In an hour/ })).toBeFocused();
  await look(page, 'inbox later menu');
  await page.getByRole('menuitem', { name: 'Choose a day' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put off' }).click();
  await expect(row).toContainText(/Put off until .* 08:00/);
  await expect(undo).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 900 });
  await look(page, 'inbox put off');

  await page.getByRole('navigation', { name: 'Boxes' }).getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL('/inbox?box=later');
  const resting = page.getByRole('listitem').filter({ hasText: title });
  await expect(resting).toContainText(/Until .* 08:00/);
  await look(page, 'inbox later');
  await resting.getByRole('button', { name: /^Move to open/ }).click();
  await expect(resting).toContainText('Open again');
  await page.getByRole('navigation', { name: 'Boxes' }).getByRole('link', { name: 'Open' }).click();
  await expect(row.getByRole('link', { name: /mentioned you/ })).toBeVisible();
});
