/** What must be true of whatever is on the screen: axe finds nothing and nothing is wider than the screen. */
import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { join } from 'node:path';

const { TEST_SHOTS } = process.env;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where `TEST_SHOTS` names a folder, a picture is left there for eyes to judge. `only` names the rules of axe to look by. */
export async function look(page: Page, what: string, only?: string[]): Promise<void> {
  // What is shown until the client has come looks like a page, too.
  await page.locator('main.first').waitFor({ state: 'detached' });
  if (TEST_SHOTS !== undefined) await page.screenshot({ path: join(TEST_SHOTS, `${fileNameOf(page, what)}.png`) });
  // A page may ask for its rows anew just when it is looked at: what is wrong is what stays wrong.
  let found = await violations(page, only);
  if (found.length > 0) {
    await page.waitForTimeout(1_000);
    found = await violations(page, only);
  }
  expect(found, what).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, `${what} sideways`).toBeLessThanOrEqual(0);
}

/**
 * Axe is brought once for each document and asked for nothing but what is wrong: to list all that is right took two thirds
 * of the time. It looks at this document only, so there may be no other inside it.
 */
async function violations(page: Page, only?: string[]): Promise<string[]> {
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = {
    runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: rules },
    resultTypes: ['violations'],
  };
  return page.evaluate(async (given) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, given);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, options);
}

function fileNameOf(page: Page, what: string): string {
  return `${what} ${page.viewportSize()?.width}`.replace(/[^\w-]+/g, '-').replace(/^-/, '');
}
