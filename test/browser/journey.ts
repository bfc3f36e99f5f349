/** A journey. What it opened is closed after it: a page that is left open goes on listening, in the way of those that follow. */
import { test as journey } from '@playwright/test';

export const test = journey.extend<{ closing: void }>({
  closing: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
