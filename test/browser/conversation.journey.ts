import { expect } from '@playwright/test';
import { test } from './journey.js';
import { composer, listenAt, openTopic, pumpTests, visitAs } from './people.js';

test('two people talk, one mentions the other, and the bell rings', async ({ browser }) => {
  const [advisor, coordinator] = await Promise.all([
    visitAs(browser, 'research_advisor'),
    visitAs(browser, 'partnership_coordinator'),
  ]);
  const topic = await pumpTests(advisor.page);
  await Promise.all([advisor.page.goto(topic), coordinator.page.goto('/')]);
  const bell = coordinator.page.getByRole('link', { name: /^(Inbox|Inkorg)/ });
  const before = await bell.getAttribute('aria-label');
  await composer(advisor.page).pressSequentially(`What does the level say, @${coordinator.person.name.slice(0, 6)}`);
  await expect(advisor.page.getByRole('option', { name: coordinator.person.name })).toBeVisible();
  await advisor.page.keyboard.press('Enter');
  await expect(composer(advisor.page)).toHaveValue(new RegExp(`@${coordinator.person.name}`));
  await advisor.page.keyboard.press('Enter');
  await expect(composer(advisor.page)).toHaveValue('');
  await expect(bell).not.toHaveAttribute('aria-label', before ?? '');
  await bell.click();
  await coordinator.page
    .getByRole('link', { name: /Pump tests/ })
    .first()
    .click();
  const message = coordinator.page.getByRole('article').filter({ hasText: 'What does the level say' });
  await expect(message).toBeVisible();
  await composer(coordinator.page).fill('31 metres and rising.');
  await coordinator.page.keyboard.press('Enter');
  await expect(advisor.page.getByRole('article').filter({ hasText: '31 metres and rising.' })).toBeVisible();
});

test('what is typed outlives a reload, and what is sent without a line goes when it is back', async ({ browser }) => {
  const { page } = await visitAs(browser, 'expert');
  await page.goto(await pumpTests(page));
  await composer(page).fill('Half a thought about the night tank');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Half a thought');
  await page.reload();
  await expect(composer(page)).toHaveValue('Half a thought about the night tank');
  await page.context().setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await composer(page).fill('Written on the bus, without a line');
  await page.keyboard.press('Enter');
  const row = page.getByRole('article').filter({ hasText: 'Written on the bus' });
  await expect(row).toHaveCount(1);
  await page.context().setOffline(false);
  await expect(row.getByRole('link')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  // It opens at what is unread, which others of these journeys may have left above.
  await page.getByRole('region', { name: /Pump tests/ }).press('End');
  await expect(row).toHaveCount(1);
});

test('what is said while the code of a topic is on its way is there when it has come', async ({ browser }) => {
  const [reader, writer] = await Promise.all([visitAs(browser, 'expert'), visitAs(browser, 'research_advisor')]);
  const path = await openTopic(writer.page, 'water', 'Slow code', ['Before the page']);
  let comes: () => void = () => undefined;
  const coming = new Promise<void>((resolve) => (comes = resolve));
  await reader.page.route(/\/assets\/topic-route-.*\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  await listenAt(reader.page, path);
  await writer.page.goto(path);
  for (const body of ['While it came', 'And once more']) {
    await writer.page.getByRole('textbox', { name: /Slow code/ }).fill(body);
    await writer.page.keyboard.press('Enter');
    await expect(writer.page.getByRole('article').filter({ hasText: body }).getByRole('link')).toBeVisible();
  }
  comes();
  for (const body of ['Before the page', 'While it came', 'And once more'])
    await expect(reader.page.getByRole('article').filter({ hasText: body })).toBeVisible();
});

test('the keyboard alone is enough from the door to a sent message', async ({ page }) => {
  await page.goto('/');
  const tabTo = async (role: 'button' | 'link' | 'textbox', name: RegExp) => {
    // What is unread is listed first, so the way round the page is as long as that list.
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press('Tab');
      const focused = page.getByRole(role, { name }).and(page.locator(':focus'));
      if ((await focused.count()) > 0) return;
    }
    throw new Error(`Tab does not reach ${String(name)}`);
  };
  await page.getByRole('button', { name: /Sigrid/ }).waitFor();
  await tabTo('button', /Sigrid/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Sigrid/ }).waitFor();
  await tabTo('link', /^Water$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Water' })).toBeFocused();
  await tabTo('link', /Pump tests/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Pump tests/ }).waitFor();
  await tabTo('textbox', /Pump tests/);
  await page.keyboard.type('Sent without a mouse.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').filter({ hasText: 'Sent without a mouse.' })).toBeVisible();
});

test('a wrong profile names every field and keeps what was typed', async ({ browser }) => {
  const { page } = await visitAs(browser, 'senior_official');
  await page.goto('/settings');
  const name = page.getByRole('textbox', { name: /^(Name|Namn)/ });
  const title = page.getByRole('textbox', { name: /^(Title|Titel)/ });
  await name.fill('');
  await title.fill('x'.repeat(130));
  await page.getByRole('button', { name: /^(Save|Spara)/ }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await expect(title).toHaveValue('x'.repeat(130));
  await name.fill('Christer Nyvall');
  await title.fill('Head of administration');
  await page.getByRole('button', { name: /^(Save|Spara)/ }).click();
  await expect(page.getByRole('main').getByText(/^(Saved|Sparat)/)).toBeVisible();
  await page.reload();
  await expect(title).toHaveValue('Head of administration');
});

test('marks are set from the keyboard, can be undone, and are shown', async ({ browser }) => {
  const { page } = await visitAs(browser, 'expert');
  await page.goto(await pumpTests(page));
  const field = composer(page);
  await field.pressSequentially('Read this');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+b');
  await expect(field).toHaveValue('Read **this**');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('Read this');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await field.pressSequentially('- ');
  await page.keyboard.press('Control+i');
  await field.pressSequentially('one');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await field.pressSequentially('two');
  await expect(field).toHaveValue('Read **this**\n- _one_\n- two');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('');
  const message = page.getByRole('article').filter({ hasText: 'Read this' });
  await expect(message.locator('strong')).toHaveText('this');
  await expect(message.getByRole('listitem').filter({ hasText: 'one' }).locator('em')).toHaveText('one');
  await expect(message.getByRole('listitem')).toHaveText(['one', 'two']);
});
