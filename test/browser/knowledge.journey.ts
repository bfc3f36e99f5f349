/** An accepted answer becomes a note, is found by somebody of another network, cited, changed, and at last withdrawn. */
import { expect, type Page } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { insert, network, somebody, tag, type Network } from './own-field.js';
import { ownHub, type OwnHub } from './own-hub.js';

let hub: OwnHub;

test.beforeAll(async () => {
  hub = await ownHub('knowledge', { HUB_DEMONSTRATION: 'false' });
});

test.afterAll(() => hub.close());

/** With an accepted answer of the expert's. */
async function asked(climate: Network, askerId: string, expertId: string): Promise<string> {
  const question = {
    network_id: climate.id,
    asked_by: askerId,
    language: 'en',
    visibility: 'network',
    state: 'accepted',
  };
  const title = 'Who pays for tree care in years two and three?';
  const question_id = await insert(hub, 'questions', { ...question, title, body: 'The grant ends after one year.' });
  for (const [slug, en, sv] of [
    ['trees', 'Trees and land', 'Träd och mark'],
    ['money', 'Money', 'Pengar'],
  ] as const) {
    const tag_id = await tag(hub, climate, slug, en, sv);
    await hub.rows.query('insert into question_tags values ($1, $2)', [question_id, tag_id]);
  }
  return insert(hub, 'answers', {
    question_id,
    author_id: expertId,
    role: 'expert',
    language: 'en',
    accepted_at: new Date(),
    body: 'Let the **school** own the trees:\n\n- a garden club waters them\n- the council pays for stakes, once',
    sources: JSON.stringify([{ title: 'Tree register of Machakos', url: 'https://example.org/trees' }]),
  });
}

/** At a desk in the light, and on a phone in the dark. */
async function lookTwice(page: Page, what: string): Promise<void> {
  await look(page, what);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(page, `${what} dark`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a note is published, found in another network without accents, cited, changed and withdrawn', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const climate = await network(hub, 'climate', { en: 'Climate action', sv: 'Klimat' });
  const health = await network(hub, 'health', { en: 'Equitable health', sv: 'Jämlik hälsa' });
  const expert = await somebody(browser, hub, 'Erik Alm', 'expert', { networkId: climate.id });
  const asker = await somebody(browser, hub, 'Asha Juma', 'mentor', { networkId: climate.id });
  const mentor = await somebody(browser, hub, 'Hélène Okello', 'mentor', { networkId: health.id });
  const answerId = await asked(climate, asker.id, expert.id);

  await test.step('published from the answer, and kept on this device until it is', async () => {
    const { page } = expert;
    await page.goto(`/answers/${answerId}/note`);
    await expect(heading(page, 'Publish as a knowledge note')).toBeVisible();
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue(/^Who pays for tree care/);
    await expect(page.getByLabel('Trees and land')).toBeChecked();
    await expect(page.getByLabel('Source 1: what it is called')).toHaveValue('Tree register of Machakos');
    await page.getByLabel('Title', { exact: true }).fill('Cafés');
    await page.getByLabel('Next review').fill('');
    await page.getByRole('button', { name: 'Publish the note' }).click();
    await expect(page.getByRole('group', { name: 'One thing needs to be changed' })).toBeFocused();
    await page.getByLabel('Title', { exact: true }).fill('Caring for trees when the grant is over: a café pays');
    await page.reload();
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue(/a café pays$/);
    await lookTwice(page, 'note form');
    await page.getByLabel('Next review').fill(`${new Date().getUTCFullYear() + 1}-06-01`);
    await page.getByRole('button', { name: 'Publish the note' }).click();
    await expect(heading(page, 'Caring for trees when the grant is over: a café pays')).toBeVisible();
  });

  await test.step('found by words without accents, and cited', async () => {
    const { page } = mentor;
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Knowledge' }).click();
    await expect(heading(page, 'Knowledge')).toBeFocused();
    await page.getByRole('link', { name: /^Trees and land/ }).click();
    await page.getByLabel('Search the notes').fill('cafe tre');
    await expect(page.getByRole('region', { name: '1 note found' })).toBeVisible();
    await expect(page).toHaveURL(/words=cafe\+tre/);
    await lookTwice(page, 'knowledge');
    await page.getByLabel('Search the notes').fill('zebra crossings');
    await expect(page.getByRole('main')).toContainText('Nothing here matches');
    await page.getByRole('button', { name: 'Show all notes' }).click();
    await page.getByRole('link', { name: /a café pays$/ }).click();
    await expect(heading(page, 'Caring for trees when the grant is over: a café pays')).toBeFocused();
    await expect(page.getByLabel('How to cite it')).toHaveValue(
      /^Erik Alm \(Climate action\): “Caring for trees .*”\. Knowledge note 1, version 1, .* http:\/\/.*\/k\/1$/,
    );
    await expect(page.getByRole('main')).not.toContainText('It answers the question');
    await expect(page.getByRole('link', { name: 'Change' })).toHaveCount(0);
  });

  await test.step('changed, and withdrawn', async () => {
    const { page } = expert;
    await lookTwice(page, 'note');
    await page.emulateMedia({ media: 'print' });
    await look(page, 'note on paper', ['image-alt']);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Change' }).click();
    await page.getByLabel('What did you change?').fill('Says who waters them in the dry season.');
    await page.getByRole('button', { name: 'Publish the new version' }).click();
    await expect(page.getByRole('region', { name: 'Versions' })).toContainText('Says who waters them');
    await page.getByRole('link', { name: 'Version 1' }).click();
    await expect(page.getByRole('main')).toContainText('This is version 1, which has been changed since.');
    await page.getByRole('link', { name: 'Read the latest version' }).click();
    await page.getByRole('button', { name: 'Withdraw the note' }).click();
    await page.getByLabel('Why is it withdrawn?').fill('The law on school land was changed.');
    await look(page, 'note to withdraw');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await expect(page.getByRole('main')).toContainText('This note has been withdrawn');
    await mentor.page.reload();
    await expect(mentor.page.getByRole('main')).toContainText('The law on school land was changed.');
    await expect(mentor.page.getByRole('main')).not.toContainText('garden club');
    await lookTwice(mentor.page, 'note withdrawn');
  });
});
