/** The way in, as people go it: invited by somebody, accepted by a link, and back in later by the code of a letter. */
import { expect, type Browser, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs } from './people.js';

const devices = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark', locale: 'en-GB' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'light', isMobile: true, hasTouch: true, locale: 'en-GB' },
] as const;

/** The latest letter to this address, among those that the demonstration kept. */
async function letterTo(page: Page, address: string, words: string): Promise<string> {
  const letters = () => page.getByRole('article').filter({ hasText: address }).filter({ hasText: words });
  await page.goto('/demo/mailbox');
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(letters().first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return letters().first().innerText();
}

const stranger = async (browser: Browser, device: (typeof devices)[number]) =>
  (await browser.newContext({ ...device, timezoneId: 'Africa/Lusaka' })).newPage();

for (const device of devices) {
  const { width } = device.viewport;
  test(`an invited person comes in, and comes back, at ${width} px`, async ({ browser }) => {
    test.setTimeout(240_000);
    const { page: coordinator } = await englishAs(browser, 'project_coordinator', device);
    const address = `maria-${width}-${Date.now()}@example.org`;
    await coordinator.goto('/n/climate/people');
    await coordinator.getByRole('link', { name: 'Invitations' }).click();
    await coordinator.getByRole('link', { name: 'Invite somebody' }).click();
    await coordinator.getByRole('button', { name: 'Send the invitation', exact: true }).click();
    await expect(coordinator.getByRole('group', { name: /need.? to be changed/ })).toBeFocused();
    await look(coordinator, 'inviting with what is missing');
    await coordinator.getByRole('textbox', { name: 'Name' }).fill('Maria Phiri');
    await coordinator.getByRole('textbox', { name: 'E-mail address' }).fill(address);
    await coordinator.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Expert' });
    await coordinator.getByRole('button', { name: 'Send the invitation', exact: true }).click();
    await expect(coordinator.getByText(/^1 person is invited. See/)).toBeVisible();
    await coordinator.getByRole('link', { name: 'See all invitations' }).click();
    const entry = coordinator.getByRole('listitem').filter({ hasText: address });
    await expect(entry.getByText('Invited', { exact: true })).toBeVisible();
    await look(coordinator, 'invitations');

    const newcomer = await stranger(browser, device);
    const invitation = await letterTo(newcomer, address, 'invites you');
    await look(newcomer, 'mailbox');
    await newcomer.goto(/http\S+\/invitation#\S+/.exec(invitation)?.[0] ?? '');
    await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(/You are invited to/);
    await expect(newcomer.getByRole('combobox', { name: 'Your time zone' })).toHaveValue('Africa/Lusaka');
    await look(newcomer, 'an invitation');
    await newcomer.getByRole('textbox', { name: 'Your name' }).fill('');
    await newcomer.getByRole('button', { name: 'Accept and go in' }).click();
    await expect(newcomer.getByRole('group', { name: /need.? to be changed/ })).toBeFocused();
    await newcomer.getByRole('textbox', { name: 'Your name' }).fill('Maria K. Phiri');
    await newcomer.getByRole('button', { name: 'Accept and go in' }).click();
    await expect(newcomer).toHaveURL(/\/$/);
    await expect(newcomer.getByRole('link', { name: /Settings of Maria K. Phiri|Maria K. Phiri/ })).toBeVisible();
    await newcomer.goto('/n/climate');
    await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(/Climate/);

    // Nothing but Enter and the keys of the code.
    const back = await stranger(browser, device);
    await back.goto('/');
    await back.getByRole('textbox', { name: 'E-mail address' }).fill('not an address');
    await back.keyboard.press('Enter');
    await expect(back.getByText('This is not an e-mail address.')).toBeVisible();
    await back.getByRole('textbox', { name: 'E-mail address' }).fill(address);
    await back.keyboard.press('Enter');
    const code = back.getByRole('textbox', { name: 'Code from the letter' });
    await expect(code).toBeFocused();
    const letter = await letterTo(await back.context().newPage(), address, 'is your code');
    await code.fill('0000 0000');
    await back.keyboard.press('Enter');
    await expect(back.getByText(/This code is wrong/)).toBeVisible();
    await look(back, 'a wrong code');
    await code.fill(/\d{4} \d{4}/.exec(letter)?.[0] ?? '');
    await back.keyboard.press('Enter');
    await expect(back.getByRole('link', { name: /Maria K. Phiri/ })).toBeVisible();

    const late = await stranger(browser, device);
    await late.goto(/http\S+\/enter#\S+/.exec(letter)?.[0] ?? '');
    await expect(late.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await look(late, 'the link of a letter');
    await late.getByRole('button', { name: 'Sign in' }).click();
    await expect(late.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  });
}

test('a list is shown with what is wrong in it before anybody is invited', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator', devices[1]);
  await page.goto('/n/climate/invitations/many');
  const mark = Date.now();
  const csv = `email;name;role;side\r\nada-${mark}@example.org;Åda Ek;expert;\r\nnobody;Nobody;king;left\r\n`;
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText('1 line is right. 1 line has something wrong in it.')).toBeVisible();
  await look(page, 'a list with faults');
  await page.getByRole('button', { name: 'Invite 1 person' }).click();
  await expect(page.getByText(/^1 person is invited\. See/)).toBeVisible();
});
