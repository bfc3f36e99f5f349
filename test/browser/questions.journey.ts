/** A question from its first letter to the answer that helped: asked, given, passed on, answered and accepted. */
import { expect, type Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs, openTopic, sendTo } from './people.js';

const phone = { viewport: { width: 360, height: 780 }, colorScheme: 'dark', hasTouch: true } as const;
const name = (page: Page, level: number) => page.getByRole('heading', { level });

test('a question is asked, given to an advisor, passed on, answered and accepted', async ({ browser }) => {
  test.setTimeout(180_000);
  const [asker, coordinator, advisor, expert] = await Promise.all([
    englishAs(browser, 'partnership_coordinator', phone),
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'research_advisor'),
    englishAs(browser, 'expert', phone),
  ]);
  const title = `Who waters the young trees in their third year? ${uuid().slice(-6)}`;

  const { page } = asker;
  await page.goto('/n/climate/questions');
  await expect(name(page, 1)).toHaveText('Questions');
  await look(page, 'questions');
  await page.getByRole('link', { name: 'Ask a question' }).click();
  await expect(name(page, 1)).toBeFocused();
  // What is missing is named; what was written survives leaving the page.
  await page.getByRole('button', { name: 'Ask the question' }).click();
  await expect(page.getByRole('group', { name: /things? needs? to be changed/ })).toBeFocused();
  await page.getByLabel('Your question in one sentence').fill(title);
  await page.getByLabel('What should whoever answers know?').fill('We have **two thousand** trees and one tanker.');
  await expect(page.getByText(`It goes to ${advisor.person.name}, Research advisor.`)).toBeVisible();
  await expect(page.getByText(/^An answer can be expected by .+ \(.+\)\.$/)).toBeVisible();
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel('Your question in one sentence')).toHaveValue(title);
  await expect(page.getByText('This is what you had begun on this device.')).toBeVisible();
  await look(page, 'question form');
  await page.getByRole('button', { name: 'Ask the question' }).click();
  await expect(name(page, 1)).toHaveText(title);
  await expect(page.getByText('two thousand')).toBeVisible();
  const path = new URL(page.url()).pathname;

  // The rules gave it to the advisor, who gives it back; whoever routes gives it anew without leaving the queue.
  await advisor.page.goto('/questions');
  const waiting = advisor.page.locator('[data-question]', { hasText: title });
  await waiting.getByRole('link', { name: 'Give it back' }).click();
  await advisor.page.getByLabel('Why can you not answer it?').fill('I am no gardener.');
  await advisor.page.getByRole('form').getByRole('button', { name: 'Give it back' }).click();
  await expect(page.getByText(/^Nobody is answerable yet/)).toBeVisible();
  const queue = coordinator.page;
  await queue.goto('/n/climate/questions/queue');
  const row = queue.locator('[data-question]', { hasText: title });
  await expect(row).toBeVisible();
  await look(queue, 'question queue');
  const option = row.getByRole('option', { name: new RegExp(advisor.person.name) });
  await row.getByLabel('Who answers?').selectOption((await option.getAttribute('value')) ?? '');
  await row.getByRole('button', { name: `Give “${title}”` }).press('Enter');
  await expect(row.getByText(`with ${advisor.person.name}`)).toBeVisible();
  await expect(page.getByText(`${advisor.person.name} is answerable for the answer.`)).toBeVisible();

  // The advisor sees what must be known, and passes it on.
  await advisor.page.goto('/questions');
  await expect(waiting.getByText(/Month \d+ of the network/)).toBeVisible();
  await look(advisor.page, 'questions waiting');
  await waiting.getByRole('link', { name: 'Pass on' }).click();
  const whom = advisor.page.getByLabel('Who answers?');
  await expect(whom).toBeFocused();
  const next = whom.getByRole('option', { name: new RegExp(expert.person.name) });
  await whom.selectOption((await next.getAttribute('value')) ?? '');
  await advisor.page.getByLabel('Why do you pass it on?').fill('She has planted a town.');
  await look(advisor.page, 'question pass on');
  await advisor.page.getByRole('form', { name: 'Pass on' }).getByRole('button', { name: 'Pass on' }).click();
  await expect(advisor.page.getByText(`${expert.person.name} is answerable for the answer.`)).toBeVisible();

  const answering = expert.page;
  await answering.goto('/questions');
  await answering
    .locator('[data-question]', { hasText: title })
    .getByRole('link', { name: `Answer: ${title}` })
    .click();
  const text = answering.getByRole('textbox', { name: 'Your answer' });
  await expect(text).toBeFocused();
  await text.fill('The ward does, if it is written in the lease.');
  await answering.getByRole('button', { name: 'Add a source' }).click();
  await answering.getByLabel('Source 1: what it is called').fill('Model lease');
  await answering.getByLabel('Source 1: address on the web').fill('example.org/lease');
  await look(answering, 'question answering');
  await answering.getByRole('button', { name: 'Send the answer' }).click();
  await expect(answering.getByRole('article')).toContainText('written in the lease');

  // Those who asked see it come, and say that it helped.
  await expect(page.getByRole('article')).toContainText('written in the lease');
  await page.getByRole('button', { name: 'This helped us' }).click();
  await expect(page.getByText('Helped those who asked')).toBeVisible();
  await look(page, 'question accepted');
  await advisor.page.goto(path);
  await advisor.page.getByRole('button', { name: 'Stand by this answer' }).click();
  await expect(advisor.page.getByText(/stands by this answer/)).toBeVisible();
  await advisor.page.getByText(/^What happened/).click();
  await look(advisor.page, 'question page');
});

/** What the menu of a message offers. */
async function choose(page: Page, words: string, item: string | RegExp): Promise<void> {
  const message = page.getByRole('article').filter({ hasText: words });
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a message becomes a question and another one its answer, and each leads to the other', async ({ browser }) => {
  const [{ page }, expert] = await Promise.all([
    englishAs(browser, 'partnership_coordinator'),
    englishAs(browser, 'expert'),
  ]);
  const title = `Who keeps the keys of the pump house? ${uuid().slice(-6)}`;
  const [asking, answering] = ['Ours were lost in the flood.', 'Two people who sleep nearby.'];
  const topic = await openTopic(page, 'water', 'Keys', [asking]);
  await sendTo(expert.page, 'water', topic, [answering]);

  await page.goto(topic);
  await choose(page, asking, 'Ask as a question');
  await expect(page.getByLabel('What should whoever answers know?')).toHaveValue(asking);
  await expect(page.getByText(/^The text is a message from/)).toBeVisible();
  await page.getByLabel('Your question in one sentence').fill(title);
  await page.getByRole('button', { name: 'Ask the question' }).click();
  await expect(name(page, 1)).toHaveText(title);
  const path = new URL(page.url()).pathname;

  const other = expert.page;
  await other.goto(topic);
  await choose(other, answering, 'Answer a question with this');
  await expect(other.getByText(/^Which question does this message answer\?/)).toBeVisible();
  await look(other, 'questions to answer with a message');
  await other.getByRole('link', { name: title }).click();
  await expect(other.getByRole('textbox', { name: 'Your answer' })).toHaveValue(answering);
  await other.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByRole('article')).toContainText(answering);

  // From the question and its answer to what was said, and back.
  await page.getByRole('article').getByRole('link', { name: 'First said in a conversation' }).click();
  await choose(page, answering, `Answer to: ${title}`);
  await expect(name(page, 1)).toHaveText(title);
  await page.getByRole('link', { name: 'First said in a conversation' }).first().click();
  await choose(page, asking, `Question: ${title}`);
  await expect(name(page, 1)).toHaveText(title);
  expect(new URL(page.url()).pathname).toBe(path);
});
