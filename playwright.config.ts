/** The browser journeys, in the Chromium of this machine: each worker has one of the demonstration hubs that `test/run.mjs` started. */
import { defineConfig } from '@playwright/test';

const hubs = (process.env.TEST_HUBS ?? '').split(' ');

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  reporter: 'list',
  workers: hubs.length,
  // A limit, no promise.
  timeout: 120_000,
  // Journeys wait for states. What promises a time says so where it is measured.
  expect: { timeout: 10_000 },
  use: {
    baseURL: hubs[Number(process.env.TEST_PARALLEL_INDEX ?? 0)],
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.TEST_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
