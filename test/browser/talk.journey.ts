/** What people do in a topic, with two of them looking on, or one on two devices. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs, openTopic, readingOf, sendTo } from './people.js';

const text = (page: Page) => page.getByRole('textbox', { name: /^Write in/ });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Text of your message' });
const message = (page: Page, words: string | RegExp) => page.getByRole('article').filter({ hasText: words });
const newsLine = (page: Page) => page.getByText('New messages', { exact: true });

async function choose(row: Locator, item: string): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await row.page().getByRole('menuitem', { name: item, exact: true }).click();
}

async function write(page: Page, words: string): Promise<void> {
  await text(page).fill(words);
  await text(page).press('Enter');
  await expect(message(page, words).getByRole('link').first()).toBeAttached();
}

test('a message is edited, answered, reacted to and removed, and the other sees each at once', async ({ browser }) => {
  const [one, other] = await Promise.all([
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const topic = await openTopic(one.page, 'water', 'Edited and answered', ['The tank holds fifteen cubic metres.']);
  await Promise.all([one.page.goto(topic), other.page.goto(topic)]);

  await choose(message(one.page, 'fifteen'), 'Edit');
  await editor(one.page).fill('The tank holds twenty-five cubic metres.');
  await editor(one.page).press('Enter');
  const row = message(other.page, 'twenty-five');
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Edited' }).click();
  await expect(other.page.getByRole('dialog')).toContainText('fifteen');
  await look(other.page, 'versions');
  await other.page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Edited' })).toBeFocused();

  await row.hover();
  await row.getByRole('button', { name: 'React' }).click();
  await look(other.page, 'reactions');
  await other.page.getByRole('menuitemcheckbox', { name: 'Thanks' }).click();
  const thanks = message(one.page, 'twenty-five').getByRole('button', {
    name: `Thanks: ${other.person.name}`,
    exact: true,
  });
  await thanks.click();
  await expect(row.getByRole('button', { name: /^Thanks: / })).toHaveText(/2$/);
  await expect(row.getByRole('button', { name: /^Thanks: / })).toHaveAttribute('aria-pressed', 'true');

  await row.hover();
  await row.getByRole('button', { name: 'Answer' }).click();
  await expect(other.page.getByText(`Answer to ${one.person.name}`)).toBeVisible();
  await other.page.keyboard.type('For two nights, then.');
  await other.page.reload();
  await expect(other.page.getByText(`Answer to ${one.person.name}`)).toBeVisible();
  await expect(text(other.page)).toHaveValue('For two nights, then.');
  await text(other.page).press('Enter');
  const answer = message(one.page, 'For two nights');
  await expect(answer.getByRole('link', { name: /^Answer to .*twenty-five/ })).toBeVisible();

  await choose(message(other.page, 'For two nights'), 'Remove');
  await expect(other.page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await other.page.keyboard.press('Enter');
  await expect(message(other.page, 'For two nights')).toBeFocused();
  await choose(message(other.page, 'For two nights'), 'Remove');
  await expect(message(other.page, 'Removed by its author')).toBeVisible({ timeout: 30_000 });
  await expect(message(one.page, 'Removed by its author')).toBeVisible();
  await expect(message(one.page, 'For two nights')).toHaveCount(0);
});

test('a topic opens where the reader left off, and counts as read what was seen', async ({ browser }) => {
  const [writer, reader] = await Promise.all([
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const topic = await openTopic(writer.page, 'water', 'Left off and come back', ['Number 0']);
  await reader.page.goto(topic);
  await expect.poll(async () => (await readingOf(reader.page, topic)).unread).toBe(0);
  await reader.page.goto('/inbox');
  const numbers = Array.from({ length: 40 }, (_, n) => `Number ${n + 1}, and enough to say about it for a line`);
  await sendTo(writer.page, 'water', topic, numbers);

  await reader.page.goto(topic);
  await expect(newsLine(reader.page)).toBeInViewport();
  await expect(message(reader.page, 'Number 0')).toBeInViewport();
  await expect(message(reader.page, /Number 1,/)).toBeInViewport();
  await expect(message(reader.page, /Number 40,/)).not.toBeInViewport();
  await expect.poll(async () => (await readingOf(reader.page, topic)).unread).toBeLessThan(40);
  expect((await readingOf(reader.page, topic)).unread).toBeGreaterThan(5);

  await reader.page.getByRole('button', { name: /jump to latest/i }).click();
  await expect(message(reader.page, /Number 40,/)).toBeInViewport();
  await expect.poll(async () => (await readingOf(reader.page, topic)).unread).toBe(0);
  await message(reader.page, /Number 40,/).hover();
  await reader.page.mouse.wheel(0, -20_000);
  await expect(newsLine(reader.page)).toBeInViewport();
  await reader.page.goto('/inbox');
  await reader.page.goto(topic);
  await expect(message(reader.page, /Number 40,/)).toBeInViewport();
  await expect(newsLine(reader.page)).toHaveCount(0);
});

test('a link shows its message and marks nothing as read', async ({ browser }) => {
  const [writer, reader] = await Promise.all([
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const topic = await openTopic(writer.page, 'water', 'Linked to', ['Opening', 'The second', 'The third']);
  await writer.page.goto(topic);
  const href = await message(writer.page, 'The second').getByRole('link').first().getAttribute('href');
  expect(href).toMatch(/\?m=[0-9a-f-]{36}$/);
  await reader.page.goto(href ?? '');
  await expect(message(reader.page, 'The second')).toBeFocused();
  await expect(message(reader.page, 'The second')).not.toHaveAttribute('data-marked', 'true');
  expect((await readingOf(reader.page, topic)).unread).toBe(3);
  await reader.page.keyboard.press('ArrowDown');
  await expect(message(reader.page, 'The third')).toBeFocused();
  await expect.poll(async () => (await readingOf(reader.page, topic)).unread).toBe(0);
});

test('what is marked as unread on one device is unread on the other', async ({ browser }) => {
  const writer = await englishAs(browser, 'research_advisor');
  const [desk, phone] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'partnership_coordinator', { viewport: { width: 360, height: 740 }, hasTouch: true }),
  ]);
  const topic = await openTopic(writer.page, 'water', 'On two devices', ['First', 'Second', 'Third']);
  await Promise.all([desk.page.goto(topic), phone.page.goto(topic)]);
  await expect.poll(async () => (await readingOf(desk.page, topic)).unread).toBe(0);
  await choose(message(desk.page, 'Second'), 'Mark unread from here');
  await expect.poll(async () => (await readingOf(desk.page, topic)).unread).toBe(2);
  for (const { page } of [desk, phone]) {
    const [line, second] = await Promise.all([newsLine(page).boundingBox(), message(page, 'Second').boundingBox()]);
    expect(line?.y).toBeLessThan(second?.y ?? 0);
  }
  // Whoever looks again on the other device reads it again.
  await phone.page.touchscreen.tap(180, 300);
  await expect.poll(async () => (await readingOf(desk.page, topic)).unread).toBe(0);
});

test('two devices that edit the same message choose between both texts', async ({ browser }) => {
  const [desk, phone] = await Promise.all([
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'research_advisor'),
  ]);
  const topic = await openTopic(desk.page, 'water', 'Edited twice', ['We meet at nine.']);
  await Promise.all([desk.page.goto(topic), phone.page.goto(topic)]);
  await choose(message(desk.page, 'nine'), 'Edit');
  await choose(message(phone.page, 'nine'), 'Edit');
  await editor(desk.page).fill('We meet at ten.');
  await editor(phone.page).fill('We meet at eleven.');
  await editor(desk.page).press('Enter');
  // The words stand in the editor as well: the edit is made once that has gone.
  await expect(editor(desk.page)).toHaveCount(0);
  await expect(message(desk.page, 'ten')).toBeVisible();
  // It is shown before the hub has it: the phone comes second only once it does.
  const stored = async () => (await desk.page.request.get(`/api/topics/${topic.slice(3)}/messages`)).text();
  await expect.poll(stored).toContain('We meet at ten.');
  await editor(phone.page).press('Enter');
  const conflict = phone.page.getByRole('region', { name: 'The message was changed meanwhile' });
  await expect(conflict).toContainText('We meet at ten.');
  await expect(editor(phone.page)).toHaveValue('We meet at eleven.');
  await look(phone.page, 'conflict');
  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await expect(message(desk.page, 'eleven')).toBeVisible();
});

test('the keyboard alone walks, answers, edits and finds its way', async ({ browser }) => {
  const [writer, { page }] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'research_advisor'),
  ]);
  const elsewhere = await openTopic(writer.page, 'water', 'Waiting to be read', ['Does anybody know?']);
  const topic = await openTopic(page, 'water', 'By keyboard', ['One', 'Two', 'Three']);
  await page.goto(topic);
  await text(page).focus();
  await page.keyboard.press('Escape');
  await expect(message(page, 'Three')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(message(page, 'One')).toBeFocused();
  await page.keyboard.press('r');
  await page.keyboard.type('Answering one');
  await page.keyboard.press('Enter');
  const answer = message(page, 'Answering one');
  await expect(answer.getByRole('link', { name: /^Answer to/ })).toBeVisible();
  await expect(answer.getByRole('link', { name: /^Link to this message/ })).toBeAttached();

  await page.keyboard.press('ArrowUp');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type(', slowly');
  await page.keyboard.press('Escape');
  await expect(message(page, 'Answering one')).toBeFocused();
  await expect(message(page, 'slowly')).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(editor(page)).toHaveValue('Answering one, slowly');
  await page.keyboard.press('Enter');
  await expect(message(page, 'Answering one, slowly')).toBeFocused();

  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 6; presses++) {
    if (await page.getByRole('button', { name: 'More' }).and(page.locator(':focus')).count()) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'React' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Answer', exact: true })).toBeFocused();
  await look(page, 'menu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More' }).and(page.locator(':focus'))).toHaveCount(1);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(keys).toBeVisible();
  await look(page, 'keys');
  await keys.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(text(page)).not.toBeFocused();
  await page.evaluate(() => localStorage.removeItem('hub-device'));
  await page.reload();
  await expect(message(page, 'slowly')).toBeVisible();
  for (let presses = 0; presses < 30 && !page.url().endsWith(elsewhere); presses++) {
    const before = page.url();
    await page.keyboard.press('n');
    await expect.poll(() => page.url()).not.toBe(before);
  }
  await expect(message(page, 'Does anybody know?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Water' })).toBeFocused();
});

test('two tabs have one draft, and it goes once', async ({ browser }) => {
  const { page } = await englishAs(browser, 'research_advisor');
  const topic = await openTopic(page, 'water', 'In two tabs', ['Opening']);
  const tab = await page.context().newPage();
  await Promise.all([page.goto(topic), tab.goto(topic)]);
  await text(page).fill('Begun in one');
  await expect(text(tab)).toHaveValue('Begun in one');
  await text(tab).press('End');
  await text(tab).pressSequentially(', ended in the other');
  await expect(text(page)).toHaveValue('Begun in one, ended in the other');
  await text(tab).press('Enter');
  await expect(message(page, 'Begun in one, ended in the other')).toHaveCount(1);
  await expect(text(page)).toHaveValue('');
});

test('whoever was away for a while has everything in its order when they are back', async ({ browser }) => {
  const [one, other] = await Promise.all([
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const topic = await openTopic(one.page, 'water', 'Without a line', ['Before the line went']);
  await Promise.all([one.page.goto(topic), other.page.goto(topic)]);
  await expect(message(other.page, 'Before')).toBeVisible();
  const { page } = other;
  await page.context().setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  for (const words of ['From the bus, one', 'From the bus, two']) {
    await text(page).fill(words);
    await text(page).press('Enter');
  }
  await expect(message(page, 'From the bus, two')).toContainText('Waiting for a connection');
  await choose(message(one.page, 'Before'), 'Edit');
  await editor(one.page).fill('Before the line went, at noon');
  await editor(one.page).press('Enter');
  for (const words of ['While away, one', 'While away, two']) await write(one.page, words);

  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  const order = async (where: Page) =>
    (await where.getByRole('article').allInnerTexts()).map((all) => /(at noon|While.*|From.*)$/m.exec(all)?.[0]);
  const expected = ['at noon', 'While away, one', 'While away, two', 'From the bus, one', 'From the bus, two'];
  await expect.poll(() => order(page), { timeout: 30_000 }).toEqual(expected);
  await expect.poll(() => order(one.page)).toEqual(expected);
});

test('nothing moves under a reader who has scrolled up', async ({ browser }) => {
  const [writer, reader] = await Promise.all([
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const bodies = Array.from({ length: 90 }, (_, n) => `Line ${n}, which says what there is to say about it`);
  const topic = await openTopic(writer.page, 'water', 'Nothing moves', bodies);
  const { page } = reader;
  // What is loaded by itself is still on its way when the reader wants to be elsewhere.
  let pressed = () => {};
  const press = new Promise<void>((resolve) => (pressed = resolve));
  await page.route(/\/messages\?(.*&)?(after|before)=/, async (route) => {
    await press;
    await route.continue();
  });
  const loading = page.waitForRequest(/\/messages\?(.*&)?(after|before)=/);
  await page.goto(topic);
  await loading;
  await page.getByRole('button', { name: /jump to latest/i }).click();
  pressed();
  await expect(message(page, 'Line 89,')).toBeInViewport();
  await message(page, 'Line 89,').hover();
  await page.mouse.wheel(0, -1200);
  await expect(message(page, 'Line 89,')).not.toBeInViewport();
  const place = () =>
    page.getByRole('article').evaluateAll((rows) => {
      const shown = rows.find((row) => row.getBoundingClientRect().top > 300);
      return [shown?.textContent, shown?.getBoundingClientRect().top];
    });
  // The wheel's own movement has to be over first.
  let before = await place();
  await expect
    .poll(
      async () => {
        const [was, now] = [before, await place()];
        before = now;
        return JSON.stringify(was) === JSON.stringify(now);
      },
      { intervals: [300] },
    )
    .toBe(true);
  await sendTo(writer.page, 'water', topic, ['News at the end']);
  await expect(page.getByRole('button', { name: /1 new message/ })).toBeVisible();
  expect(await place()).toEqual(before);
});

test('signing out names what is only on this device', async ({ browser }) => {
  const { page } = await englishAs(browser, 'expert');
  const topic = await openTopic(page, 'water', 'Half a thought', ['Opening']);
  await page.goto(topic);
  await text(page).fill('Not ready yet');
  await page.getByRole('button', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('begun 1 text');
  await look(page, 'signing out');
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(text(page)).toHaveValue('Not ready yet');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await dialog.getByRole('button', { name: 'Sign out and delete them' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Not ready');
});
