/** What must be true of whatever is on the screen: axe finds nothing and nothing is wider than the screen. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';

const { TEST_SHOTS } = process.env;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where `TEST_SHOTS` names a folder, a picture is left there for eyes to judge. `only` names the rules of axe to look by. */
export async function look(page: Page, what: string, only?: string[]): Promise<void> {
  // What is shown until the client has come looks like a page, too.
  await page.locator('main.first').waitFor({ state: 'detached' });
  if (TEST_SHOTS !== undefined) await page.screenshot({ path: join(TEST_SHOTS, `${fileNameOf(page, what)}.png`) });
  const axe = new AxeBuilder({ page });
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    what,
  ).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, `${what} sideways`).toBeLessThanOrEqual(0);
}

function fileNameOf(page: Page, what: string): string {
  return `${what} ${page.viewportSize()?.width}`.replace(/[^\w-]+/g, '-').replace(/^-/, '');
}
