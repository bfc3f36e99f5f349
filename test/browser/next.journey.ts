/** Whoever comes to the hub finds on the first page the dates that they came for, and their own page behind one press. */
import type { DemonstrationPerson } from '@hub/contracts';
import { expect } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { enter, englishAs } from './people.js';

/** What the first page must have, by role; the first of them leads on. */
const facts: Partial<Record<string, RegExp[]>> = {
  administrator: [/^Board of Climate$/, /^Board of Equality$/, /^Board of Equitable Health$/],
  project_coordinator: [/^Board of Climate$/],
  partnership_coordinator: [/^Project and steering-group application/],
  politician: [/^Project and steering-group application/],
  senior_official: [/^Project and steering-group application/],
  research_advisor: [/^Module 3/],
  expert: [/^Module 3/],
  guest: [/^Module 3/],
};

test('each of the network finds on the first page what is next for them', async ({ browser }) => {
  const { page } = await englishAs(browser, 'guest', { viewport: { width: 1280, height: 900 } });
  const people = (await (await page.request.get('/api/demonstration/people')).json()) as DemonstrationPerson[];
  expect(people).toHaveLength(11);
  // Somebody from outside has no dates.
  for (const { id, role, name } of people.filter((one) => one.role !== 'guest_expert')) {
    await enter(page, id);
    await page.goto('/');
    const dates = page.getByRole('region', { name: 'Dates' });
    for (const fact of facts[role] ?? [])
      await expect(dates.getByRole('link', { name: fact }), `${name}: ${fact}`).toBeVisible();
    const first = dates.getByRole('link').first();
    await expect(first).toBeInViewport();
    expect(await first.getAttribute('href')).toMatch(/^\/(m|v)\/[\w-]{36}$|^\/n\/[\w-]+\/board$/);
  }
});

for (const [role, width, colorScheme] of [
  ['project_coordinator', 1280, 'dark'],
  ['partnership_coordinator', 360, 'light'],
] as const)
  test(`the dates of the first page of a ${role} fit, at ${width} px`, async ({ browser }) => {
    const { page } = await englishAs(browser, role, { viewport: { width, height: 800 }, colorScheme });
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Dates' }).getByRole('link').first()).toBeVisible();
    await look(page, `home with dates of a ${role}`);
  });
