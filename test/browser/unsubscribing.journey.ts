/** From the link in a letter's foot to letters that come no more, and back on in the settings. */
import { expect } from '@playwright/test';
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { test } from './journey.js';
import { look } from './look.js';
import { ownHub, type OwnHub } from './own-hub.js';

const sealing = randomBytes(32);
let hub: OwnHub;

test.beforeAll(async () => {
  hub = await ownHub('unsubscribing');
  const purpose = 'signing-key:unsubscription';
  await hub.rows.query('insert into settings (key, value) values ($1, to_jsonb($2::text))', [
    purpose,
    sealing.toString('base64'),
  ]);
});

test.afterAll(() => hub.close());

/** The link that stands in the foot of a letter to this person. */
function linkOf(personId: string, what: string): string {
  const said = Buffer.concat([Buffer.from(personId.replaceAll('-', ''), 'hex'), Buffer.from(what)]);
  const seal = createHmac('sha256', sealing).update(said).digest();
  return `${hub.origin}/unsubscribe/${Buffer.concat([seal, said]).toString('base64url')}`;
}

async function somebody(): Promise<{ personId: string; token: string }> {
  const [personId, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await hub.rows.query(
    `with p as (
      insert into people (id, name, initials, title, email, email_visible, time_zone)
      values ($1, 'Grace Auma', 'GA', 'Health officer', $2, false, 'Africa/Kampala') returning id)
    insert into sessions (id, person_id, token_hash, expires_at) select gen_random_uuid(), id, $3, '2999-01-01' from p`,
    [personId, `${personId}@example.org`, createHash('sha256').update(token).digest()],
  );
  return { personId, token };
}

for (const device of [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'light', isMobile: true, hasTouch: true },
] as const)
  test(`the digest is stopped by its link, and on again when it is chosen, at ${device.viewport.width} px`, async ({
    browser,
  }) => {
    const { personId, token } = await somebody();
    const context = await browser.newContext(device);
    const page = await context.newPage();
    await page.goto(linkOf(personId, 'digest'));
    await expect(page.getByRole('heading', { level: 1, name: 'Stop these letters?' })).toBeVisible();
    await look(page, 'unsubscribe');
    await page.getByRole('button', { name: 'Stop these letters to Grace Auma' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'These letters have stopped' })).toBeVisible();
    await expect(page.getByText(/^You can have them again/)).toBeFocused();
    await look(page, 'unsubscribed');

    await context.addCookies([{ name: 'hub', value: token, url: hub.origin, httpOnly: true }]);
    await page.getByRole('link', { name: 'Choose what you are told' }).click();
    await expect(page.getByLabel('How often')).toHaveValue('off');
    await page.getByLabel('How often').selectOption('Once a week');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Your choices are saved').first()).toBeVisible();
    await page.goto(linkOf(personId, 'digest'));
    await expect(page.getByRole('button', { name: 'Stop these letters to Grace Auma' })).toBeVisible();
    await page.goto(linkOf(personId, 'broadcast'));
    await expect(page.getByRole('heading', { level: 1, name: 'These letters always come' })).toBeVisible();
    await look(page, 'unsubscribe, always');
    await page.goto(linkOf(randomUUID(), 'digest'));
    await expect(page.getByRole('heading', { level: 1, name: 'This link stops nothing' })).toBeVisible();
    await context.close();
  });
