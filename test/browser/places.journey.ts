/** The places around a conversation: what is unread, writing to one person, looking after channels, reports. */
import type { ChannelPage, Role, UnreadList } from '@hub/contracts';
import { expect, type Browser, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { test } from './journey.js';
import { channelOf, visitAs, type Visitor } from './people.js';

const main = (page: Page) => page.getByRole('main');
const navigation = (page: Page) => page.getByRole('navigation', { name: /^(Main navigation|Huvudnavigering)$/ });

/** In English, whatever language the person reads in. */
async function visit(browser: Browser, role: Role): Promise<Visitor> {
  const visitor = await visitAs(browser, role);
  await visitor.page.addInitScript(() => sessionStorage.setItem('hub-visitor-locale', 'en'));
  return visitor;
}

async function ask(page: Page, method: 'POST' | 'PATCH', path: string, data: unknown): Promise<unknown> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request.fetch(`/api${path}`, { method, data, headers: { origin } });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** A topic of its own for a journey, opened by somebody else. */
async function openTopic(page: Page, channel: ChannelPage, topicTitle: string, body: string): Promise<string> {
  const sent = await ask(page, 'POST', `/channels/${channel.id}/messages`, {
    clientId: randomUUID(),
    topicTitle,
    body,
  });
  return (sent as { topicId: string }).topicId;
}

test('what is unread is seen everywhere at once, and marked as read with a way back', async ({ browser }) => {
  const [advisor, politician] = await Promise.all([visit(browser, 'research_advisor'), visit(browser, 'politician')]);
  const { page } = politician;
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const title = `Sluice gates ${Date.now()}`;
  await openTopic(advisor.page, await channelOf(advisor.page, 'water'), title, 'Who has tried them in the dry months?');

  const row = main(page).getByRole('listitem').filter({ hasText: title }).last();
  await expect(row).toContainText('1 new');
  await expect(page).toHaveTitle(/^\(\d+\) /);
  await expect(navigation(page).getByRole('link', { name: /^Water.*\d+ unread/ })).toBeVisible();

  await row.getByRole('button', { name: `Mark as read: ${title}` }).click();
  const undo = row.getByRole('button', { name: `Undo: ${title}` });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(row.getByRole('button', { name: `Mark as read: ${title}` })).toBeVisible();
  await expect(row).toContainText('1 new');

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Unread' })).toBeFocused();
  const before = Number(/^\((\d+)\)/.exec(await page.title())?.[1]);
  await main(page).getByRole('link', { name: title }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Who has tried them' })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^\\(${before - 1}\\) `));
  await navigation(page)
    .getByRole('link', { name: /^Unread/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Unread' })).toBeVisible();
  await expect(main(page).getByRole('link', { name: title })).toHaveCount(0);
});

test('a muted channel is quiet, and folded among what is unread', async ({ browser }) => {
  const [advisor, official] = await Promise.all([
    visit(browser, 'research_advisor'),
    visit(browser, 'senior_official'),
  ]);
  const { page } = official;
  const water = await channelOf(page, 'water');
  await page.goto(`/n/climate/c/${water.id}`);
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unmute' })).toBeFocused();
  await expect(navigation(page).getByRole('link', { name: /^Water.*muted/ })).toBeVisible();
  const title = `Quiet water ${Date.now()}`;
  await openTopic(advisor.page, water, title, 'Nothing that anybody must read today.');
  await expect(main(page).getByRole('listitem').filter({ hasText: title })).toContainText('1 unread');
  await page.goto('/unread');
  const folded = page.locator('details').filter({ hasText: '1 muted channel' });
  await expect(folded.getByRole('link', { name: title })).toBeHidden();
  await folded.locator('summary').click();
  await expect(folded.getByRole('link', { name: title })).toBeVisible();
  await page.goto(`/n/climate/c/${water.id}`);
  await page.getByRole('button', { name: 'Unmute' }).click();
  await expect(page.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
});

/** What the demonstration left unread from somebody. */
async function unreadFrom(page: Page, name: string): Promise<number> {
  const { channels } = (await (await page.request.get('/api/unread')).json()) as UnreadList;
  const direct = channels.filter((channel) => channel.kind === 'direct' && channel.name === name);
  return direct.flatMap(({ topics }) => topics).reduce((sum, { reading }) => sum + reading.unread, 0);
}

test('two people write to each other, and to nobody else', async ({ browser }) => {
  const [coordinator, politician] = await Promise.all([
    visit(browser, 'partnership_coordinator'),
    visit(browser, 'politician'),
  ]);
  const [a, b] = [coordinator.page, politician.page];
  const before = await unreadFrom(b, coordinator.person.name);
  await b.goto('/');
  await b.getByRole('heading', { level: 1 }).waitFor();
  await a.goto('/n/climate/people');
  await a.getByRole('searchbox').fill(politician.person.name);
  await a.getByRole('link', { name: `Write to ${politician.person.name}` }).click();
  await expect(a.getByRole('heading', { level: 1, name: politician.person.name })).toBeVisible();
  const text = `Could you take the chair on Thursday? ${Date.now()}`;
  await a.getByRole('textbox', { name: /Write/ }).fill(text);
  await a.keyboard.press('Enter');
  await expect(a.getByRole('article').filter({ hasText: text })).toBeVisible();
  await expect(a.getByRole('heading', { level: 1, name: politician.person.name })).toBeVisible();

  const waiting = b.getByRole('region', { name: 'Waiting for you' });
  await expect(waiting.getByRole('listitem').filter({ hasText: text }).last()).toContainText(`${before + 1} new`);
  await expect(
    navigation(b).getByRole('link', { name: new RegExp(`^${coordinator.person.name}.*${before + 1} unread`) }),
  ).toBeVisible();
  await waiting.getByRole('link', { name: coordinator.person.name }).click();
  await expect(b.getByRole('article').filter({ hasText: text })).toBeVisible();
  await b.getByRole('textbox', { name: /Write/ }).fill('Yes, from nine.');
  await b.keyboard.press('Enter');
  await expect(a.getByRole('article').filter({ hasText: 'Yes, from nine.' })).toBeVisible();
  await a.getByRole('button', { name: 'More about this topic' }).click();
  await a.getByRole('menuitem', { name: 'Mute this conversation' }).click();
  await expect(a.getByText('Muted. You are told only when somebody names you.').first()).toBeVisible();
  await expect(a.locator('header').getByText('Muted', { exact: true })).toBeVisible();
  await a.getByRole('button', { name: 'More about this topic' }).click();
  await a.getByRole('menuitem', { name: 'Unmute this conversation' }).click();
  await expect(a.locator('header').getByText('Muted', { exact: true })).toBeHidden();
  // The other way round it is the same conversation.
  await b.goto(`/n/climate/write/${coordinator.person.id}`);
  await expect(b.getByRole('article').filter({ hasText: text })).toBeVisible();
});

test('a channel is left after a warning, and joined again', async ({ browser }) => {
  const { page } = await visit(browser, 'expert');
  const water = await channelOf(page, 'water');
  await page.goto(`/n/climate/c/${water.id}`);
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave Water?' });
  await expect(dialog).toContainText('Its messages close for you');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Leave', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Leave the channel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Climate' })).toBeVisible();
  await expect(navigation(page).getByRole('link', { name: /^Water/ })).toHaveCount(0);
  const joinable = page.getByRole('region', { name: 'Channels you can join' });
  await joinable.getByRole('button', { name: 'Join Water' }).click();
  await expect(joinable.getByRole('link', { name: /Open Water/ })).toBeFocused();
  await expect(navigation(page).getByRole('link', { name: /^Water/ })).toBeVisible();
});

test('a channel is opened, given people, renamed and closed', async ({ browser }) => {
  const [coordinator, guest] = await Promise.all([visit(browser, 'project_coordinator'), visit(browser, 'guest')]);
  const { page } = coordinator;
  await page.goto('/n/climate');
  await page.getByRole('link', { name: 'New channel' }).click();
  const purpose = page.getByRole('textbox', { name: 'What it is for' });
  await purpose.fill('x'.repeat(301));
  await page.getByRole('radio', { name: 'One partnership' }).check();
  await page.getByRole('button', { name: 'Open the channel' }).click();
  const summary = page.getByRole('group', { name: '3 things need to be changed' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Name' }).click();
  const name = `Harvest ${Date.now()}`;
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(purpose).toHaveValue('x'.repeat(301));
  await purpose.fill('When farmers have time for meetings.');
  await page.getByRole('radio', { name: 'Mentors and their teams' }).check();
  await page.getByRole('button', { name: 'Open the channel' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(navigation(page).getByRole('link', { name })).toBeVisible();

  await guest.page.goto('/n/climate');
  await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Add or remove people' }).click();
  await page.getByRole('searchbox').fill(guest.person.name);
  await page.getByRole('button', { name: `Add ${guest.person.name}` }).click();
  const remove = page.getByRole('button', { name: `Remove ${guest.person.name}` });
  await expect(remove).toBeFocused();
  await expect(navigation(guest.page).getByRole('link', { name })).toBeVisible();
  await remove.click();
  await expect(navigation(guest.page).getByRole('link', { name })).toHaveCount(0);

  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(`${name} and seed`);
  await page.getByRole('checkbox', { name: 'Sensitive channel' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} and seed` })).toBeVisible();
  await expect(main(page)).toContainText('what is written here stays in the hub');
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await page.getByRole('button', { name: 'Close the channel' }).click();
  await expect(page.getByRole('button', { name: 'Open it again' })).toBeFocused();
  await expect(navigation(page).getByRole('link', { name: `${name} and seed` })).toHaveCount(0);
});

test('a reported message reaches the coordinator, who removes it and says why', async ({ browser }) => {
  const [coordinator, advisor, expert] = await Promise.all([
    visit(browser, 'project_coordinator'),
    visit(browser, 'research_advisor'),
    visit(browser, 'expert'),
  ]);
  const { page } = coordinator;
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const water = await channelOf(advisor.page, 'water');
  const title = `Names ${Date.now()}`;
  const sent = await ask(advisor.page, 'POST', `/channels/${water.id}/messages`, {
    clientId: randomUUID(),
    topicTitle: title,
    body: 'The patient in ward four said it herself.',
  });
  await ask(expert.page, 'POST', `/messages/${(sent as { id: string }).id}/reports`, {
    reason: 'One can see who it is.',
  });

  await page.getByRole('link', { name: /reported messages? to decide about/ }).click();
  const item = page.getByRole('article').filter({ hasText: 'One can see who it is.' });
  await expect(item).toContainText('The patient in ward four');
  await item.getByRole('button', { name: 'Remove the message' }).click();
  const reason = item.getByRole('textbox', { name: 'Why is it removed?' });
  await expect(reason).toBeFocused();
  await item.getByRole('button', { name: 'Remove it' }).click();
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await reason.fill('A patient could be recognised.');
  await item.getByRole('button', { name: 'Remove it' }).click();
  await expect(item).toContainText('The message is removed');
  await item.getByRole('link', { name: title }).click();
  await expect(main(page)).toContainText('A patient could be recognised.');
  await expect(main(page)).not.toContainText('ward four');
});
