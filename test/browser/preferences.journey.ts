/** How a person is told: chosen on one page that says what it means, for one channel, and for a network at first. */
import { expect } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { channelOf, englishAs } from './people.js';

for (const device of [
  { role: 'partnership_coordinator', viewport: { width: 1280, height: 1000 }, colorScheme: 'light' },
  {
    role: 'senior_official',
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
    isMobile: true,
    hasTouch: true,
  },
] as const)
  test(`quiet hours are tried before they are saved, at ${device.viewport.width} px`, async ({ browser }) => {
    const { page } = await englishAs(browser, device.role, device);
    await page.goto('/settings');
    await page.getByRole('link', { name: 'How you are told' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'How you are told' })).toBeFocused();
    const mention = page.getByRole('group', { name: 'Somebody names you, or a group you are in' });
    await expect(mention.getByRole('radio', { name: 'Mail at once' })).toBeChecked();
    await look(page, 'preferences');
    const says = page.getByRole('region', { name: 'Try it' }).getByRole('status');
    await page.getByLabel('Quiet from').fill('18:00');
    await page.getByLabel('Quiet until').fill('06:30');
    await expect(says).toHaveText(
      /A mention on Tuesday .* at 22:10 would be mailed on .* at 06:30, since you keep 18:00 to 06:30 quiet\./,
    );
    await mention.getByRole('radio', { name: 'In the digest' }).check();
    await expect(says).toHaveText(/A mention on Tuesday .* would stand in your digest on .* at 07:30\./);
    await says.scrollIntoViewIfNeeded();
    await look(page, 'preferences, tried');
    await page.getByLabel('What comes', { exact: true }).selectOption('An update');
    await expect(says).toHaveText(/It is always mailed, whatever is chosen\./);
    await page.getByLabel('Quiet from').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('group', { name: /to be changed/ })).toBeFocused();
    await page.getByLabel('Quiet from').fill('18:00');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Your choices are saved').first()).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Quiet until')).toHaveValue('06:30');
    await expect(mention.getByRole('radio', { name: 'In the digest' })).toBeChecked();
  });

test('one channel is told apart', async ({ browser }) => {
  const { page } = await englishAs(browser, 'expert', { viewport: { width: 360, height: 740 } });
  const { id } = await channelOf(page, 'water');
  await page.goto(`/n/climate/c/${id}`);
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  const answers = page.getByRole('group', { name: 'An answer in a topic you have written in' });
  await answers.getByRole('radio', { name: 'Mail at once' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your choices are saved').first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await look(page, 'mail from a channel');
  await page.getByRole('link', { name: 'All your choices' }).click();
  const apart = page.getByRole('region', { name: 'Where you have chosen apart' });
  await expect(apart).toContainText('An answer: Mail at once');
  await apart.getByRole('link').click();
  await expect(page).toHaveURL(/\/mail$/);
});

test('a coordinator chooses for a network at first', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator', { viewport: { width: 1280, height: 1000 } });
  await page.goto('/n/climate/settings');
  await page.getByRole('link', { name: 'What people are mailed at first' }).click();
  const visits = page.getByRole('group', { name: 'A visit comes closer' });
  await visits.getByRole('radio', { name: 'In the digest' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your choices are saved').first()).toBeVisible();
  await look(page, 'mail of a network');
  await page.goto('/settings/notifications');
  await expect(visits.getByRole('radio', { name: 'In the digest' })).toBeChecked();
  await visits.getByText(/Suggested by/).waitFor();
});
