/** An exchange visit is planned, confirmed, moved and taken back by one, and seen at once by another. */
import type { VisitCard } from '@hub/contracts';
import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs } from './people.js';

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** At a desk in the light, and on a phone in the dark. */
async function lookTwice(page: Page, what: string): Promise<void> {
  await look(page, what);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(page, `${what} dark`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function call(page: Page, method: 'post' | 'patch', path: string, data: object): Promise<VisitCard> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request[method](`/api/${path}`, { data, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as VisitCard;
}

/** A visit that no other journey looks at. */
async function planned(page: Page, startsOn: string, endsOn: string): Promise<string> {
  const visitId = uuidv7();
  const purpose = 'To see the pumps at work.';
  const data = { visitId, hostSide: 'swedish', startsOn, endsOn, purpose };
  await call(page, 'post', 'partnerships/granvika-mto-mpya/visits', data);
  return visitId;
}

test('a coordinator plans a visit, and confirms, moves and restores it while another looks on', async ({ browser }) => {
  test.setTimeout(300_000);
  const [{ page }, reader] = await Promise.all([
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'research_advisor'),
  ]);
  await page.goto('/p/granvika-mto-mpya');
  const visits = page.getByRole('region', { name: 'Visits' });
  await expect(visits).toContainText(/\d of 2 in year \d of the network/);
  await expect(visits).toContainText('Next:');
  await expect(page.getByRole('region', { name: 'Next deadline' })).toContainText(/in \d+ days|ago|today/);
  const latest = page.getByRole('region', { name: 'Latest changes' });
  await expect(latest).toContainText('The team comes as a whole or not at all.');
  await lookTwice(page, 'partnership with visits');
  await latest.scrollIntoViewIfNeeded();
  await lookTwice(page, 'latest changes');
  await visits.getByRole('link', { name: 'Plan a visit' }).click();
  await expect(heading(page, 'Plan a visit')).toBeFocused();
  await expect(main(page)).toContainText('side’s turn');
  await page.getByRole('button', { name: 'Plan the visit' }).click();
  await expect(page.getByRole('group', { name: '3 things need to be changed' })).toBeFocused();
  await page.getByLabel('First day').fill(day(120));
  await page.getByLabel('Last day').fill(day(124));
  await page.getByLabel('Purpose').fill('To read the meters together.');
  await lookTwice(page, 'visit new');
  await page.getByRole('button', { name: 'Plan the visit' }).click();
  await expect(heading(page, /^Visit to/)).toBeFocused();

  await reader.page.goto(new URL(page.url()).pathname);
  await expect(main(reader.page)).toContainText('Planned');
  await expect(reader.page.getByRole('button', { name: 'Confirm it' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Confirm it' }).press('Enter');
  await expect(main(page)).toContainText('Confirmed');
  await expect(main(reader.page)).toContainText('Confirmed');

  await page.getByRole('button', { name: 'Change days or state' }).press('Enter');
  const form = page.getByRole('form', { name: 'Change days or state' });
  await expect(form.getByLabel('State')).toBeFocused();
  await form.getByLabel('State').selectOption('moved');
  await form.getByLabel('First day').fill(day(130));
  await form.getByLabel('Last day').fill(day(134));
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('Cause')).toBeFocused();
  await form.getByLabel('Cause').selectOption('election');
  await form.getByLabel('Why').fill('The council is elected that week.');
  await lookTwice(page, 'visit moving');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(main(page)).toContainText('first planned for');
  await expect(main(reader.page)).toContainText('The council is elected that week.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(main(page)).toContainText('It is as it was before.');
  await expect(main(reader.page)).toContainText('Took the change before back');

  await page.getByRole('link', { name: 'Change the plan of the visit' }).click();
  await expect(heading(page, 'Change the plan of the visit')).toBeFocused();
  await page
    .getByRole('textbox', { name: 'Programme' })
    .fill('- **Monday**: the town hall\n- **Tuesday**: the waterworks');
  await page.getByRole('spinbutton', { name: 'Elected representative, International side' }).fill('2');
  await page.getByLabel('Visas').selectOption('under_way');
  await page.getByLabel('Who pays').selectOption('ICLD, by its grant');
  await lookTwice(page, 'visit plan');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(main(page)).toContainText('Elected representative: 2');
  await expect(main(page)).toContainText('ICLD, by its grant');
  await expect(main(reader.page).getByText('the waterworks')).toBeVisible();
  await lookTwice(page, 'visit');
});

test('two who change a visit at once lose nothing, and what was learned is asked for', async ({ browser }) => {
  const [{ page }, other] = await Promise.all([
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'partnership_coordinator'),
  ]);
  const visitId = await planned(other.page, day(-8), day(-4));
  await page.goto(`/v/${visitId}`);
  await page.getByRole('button', { name: 'It was held', exact: true }).click();
  const lessons = page.getByRole('region', { name: 'What we learned' });
  await expect(lessons).toContainText('Write down what you learned by');
  await lookTwice(page, 'visit held');
  await lessons.getByRole('button', { name: 'Write down what you learned' }).click();
  await lessons.getByRole('textbox').fill('Bring spare parts.');
  await page.reload();
  await expect(lessons.getByRole('textbox')).toHaveValue('Bring spare parts.');
  await expect(lessons).toContainText('This is what you had begun to write here.');
  await page.getByRole('link', { name: 'Change the plan of the visit' }).click();
  await page.getByRole('textbox', { name: 'Programme' }).fill('- Monday: the waterworks');
  await page.goto('/');
  await page.goto(`/v/${visitId}/change`);
  await expect(page.getByRole('textbox', { name: 'Programme' })).toHaveValue('- Monday: the waterworks');
  await lookTwice(page, 'visit plan begun');
  await main(page).getByRole('button', { name: 'Begin afresh' }).click();
  await expect(page.getByRole('textbox', { name: 'Programme' })).toHaveValue('');
  await page.getByRole('link', { name: 'Back without saving' }).click();
  await expect(lessons.getByRole('textbox')).toHaveValue('Bring spare parts.');
  await call(other.page, 'patch', `visits/${visitId}`, { baseVersion: 2, lessons: 'Ask the caretaker.' });
  await lessons.getByRole('button', { name: 'Save' }).click();
  await expect(lessons.getByRole('heading', { name: 'Somebody else changed this visit meanwhile' })).toBeFocused();
  await expect(lessons).toContainText('Now: Ask the caretaker.');
  await expect(lessons).toContainText('Yours: Bring spare parts.');
  await lookTwice(page, 'visit conflict');
  await lessons.getByRole('textbox').fill('Bring spare parts. Ask the caretaker.');
  await lessons.getByRole('button', { name: 'Save' }).click();
  await expect(lessons.getByRole('textbox')).toHaveCount(0);
  await expect(lessons).toContainText('Bring spare parts. Ask the caretaker.');
});
