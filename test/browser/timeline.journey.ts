/** The timeline as a picture, a table and a list: for everybody, by keyboard too, and kept fresh by what others do. */
import type { Milestone, Timeline, TimelineRow } from '@hub/contracts';
import { expect, type Page, type Request } from '@playwright/test';
import { test } from './journey.js';
import { look } from './look.js';
import { englishAs } from './people.js';

const main = (page: Page) => page.getByRole('main');
const picture = (page: Page) => page.getByRole('group', { name: 'Timeline as a picture' });
const mark = (page: Page, { id }: { id: string }) => picture(page).locator(`[data-mark="${id}"]`);
const shown = (page: Page, view: 'Picture' | 'Table' | 'List') => page.getByRole('button', { name: view, exact: true });

async function timelineOf(page: Page, networkSlug: string): Promise<Timeline> {
  return (await (await page.request.get(`/api/timeline?networkSlug=${networkSlug}`)).json()) as Timeline;
}

function rowOf(timeline: Timeline, name: string): TimelineRow {
  const row = timeline.networks
    .flatMap(({ rows }) => rows)
    .find(({ partnership }) => partnership.name.startsWith(name));
  if (!row) throw new Error(`No partnership ${name}`);
  return row;
}

async function change(page: Page, milestone: Milestone, data: object): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request.patch(`/api/milestones/${milestone.id}`, {
    data: { baseVersion: milestone.version, ...data },
    headers: { origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const looks = [
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const;

for (const { colorScheme, ...viewport } of looks)
  test(`every view of a timeline at ${viewport.width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const { page } = await englishAs(browser, 'project_coordinator', { viewport, colorScheme });
    await page.goto('/n/climate/timeline');
    await expect(shown(page, viewport.width < 640 ? 'List' : 'Picture')).toHaveAttribute('aria-pressed', 'true');
    for (const view of ['List', 'Table', 'Picture'] as const) {
      await shown(page, view).click();
      await expect(shown(page, view)).toHaveAttribute('aria-pressed', 'true');
      await look(page, `timeline ${view} ${colorScheme}`);
    }
    if (viewport.width < 640) {
      await picture(page).locator('[data-mark][tabindex="0"]').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, `timeline card ${colorScheme}`);
      return;
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1032, height: 710 });
    await expect(page.getByText('Climate: timeline')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeHidden();
    await look(page, 'timeline paper');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(viewport);
    await page.goto('/n/climate/board');
    await expect(page.getByRole('heading', { level: 1, name: 'Coordinator’s board' })).toBeVisible();
    await look(page, 'timeline board');
  });

test('marks are walked by keyboard, opened, and left where one was', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  await page.goto('/n/climate/timeline');
  const row = rowOf(await timelineOf(page, 'climate'), 'Granvika – Mto Mpya');
  const byDay = row.milestones.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const [first, second] = byDay as [Milestone, Milestone];
  await mark(page, second).focus();
  await page.keyboard.press('Home');
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.mark);
  expect(await focused()).toBe(first.id);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  expect(row.milestones.map(({ id }) => id)).not.toContain(await focused());
  await page.keyboard.press('ArrowDown');
  const here = await focused();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await expect(card).toContainText('Granvika – Mto Mpya');
  await expect(card.getByRole('link', { name: /^Open/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  expect(await focused()).toBe(here);
  await page.keyboard.press('Tab');
  expect(await focused(), 'all marks are one stop').toBeUndefined();

  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Year', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/zoom=year/);
  await page.keyboard.press('-');
  await expect(page.getByRole('button', { name: 'Four years' })).toHaveAttribute('aria-pressed', 'true');
});

test('a filter is in the address, holds in every view, and is saved with the rest', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  await page.goto('/n/climate/timeline');
  await page.getByLabel('State', { exact: true }).selectOption('Late');
  await expect(main(page).getByRole('status')).toHaveText('1 partnership');
  await expect(page).toHaveURL(/state=late/);
  await expect(picture(page).locator('[data-mark]')).toHaveCount(1);
  await shown(page, 'Table').click();
  await expect(page.getByRole('cell', { name: /Late/ })).toHaveCount(1);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await page.goto(page.url());
  await expect(shown(page, 'Table')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('cell', { name: /Late/ })).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = await (await (await download).createReadStream()).toArray();
  const lines = Buffer.concat(saved as Buffer[])
    .toString('utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Granvika – Mto Mpya');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(main(page).getByRole('status')).not.toHaveText('1 partnership');
  await expect(page).not.toHaveURL(/state=/);
});

test('what one changes another sees at once, and the coordinator asks where a partnership is', async ({ browser }) => {
  const [coordinator, official] = await Promise.all([
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'senior_official'),
  ]);
  await official.page.goto('/n/climate/timeline?view=picture');
  const row = rowOf(await timelineOf(coordinator.page, 'climate'), 'Granvika – Mto Mpya');
  const risky = row.milestones.find(({ state, late }) => state === 'at_risk' && !late) as Milestone;
  await expect(mark(official.page, risky)).toHaveAccessibleName(/At risk/);
  await coordinator.page.goto('/n/climate/board');
  await change(coordinator.page, risky, { state: 'on_track' });
  await expect(mark(official.page, risky)).toHaveAccessibleName(/On track/);
  await change(coordinator.page, { ...risky, version: risky.version + 1 }, { state: 'at_risk' });
  await expect(mark(official.page, risky)).toHaveAccessibleName(/At risk/);

  const { page } = coordinator;
  const ask = page.getByRole('button', { name: /^Ask Granvika – Mto Mpya where they are/ }).first();
  await ask.click();
  const dialog = page.getByRole('dialog', { name: 'Ask Granvika – Mto Mpya' });
  await expect(dialog.getByLabel('Message')).toHaveValue(/^Granvika – Mto Mpya: where are you on/);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await page
    .getByRole('link', { name: /^Asked/ })
    .first()
    .click();
  await expect(page.getByRole('article').filter({ hasText: 'where are you on' }).last()).toBeVisible();
});

test('another line of the plan is everybody’s at once', async ({ browser }) => {
  const [coordinator, official] = await Promise.all([
    englishAs(browser, 'project_coordinator'),
    englishAs(browser, 'senior_official'),
  ]);
  await official.page.goto('/n/climate/timeline?view=table');
  const { page } = coordinator;
  await page.goto('/n/climate/timeline');
  await page.getByRole('link', { name: 'Add to the plan' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Name in English', exact: true })).toBeVisible();
  await look(page, 'plan new');
  const name = `Audit ${Date.now()}`;
  await page.getByLabel('Name in English').fill(name);
  await page.getByLabel('Kind', { exact: true }).selectOption('Report');
  await page.getByLabel('Who brings it about').selectOption('Project manager');
  const { networks } = await timelineOf(page, 'climate');
  await page.getByLabel('Planned for').fill(`${Number(networks[0]?.startsOn.slice(0, 4)) + 3}-09-01`);
  await page.getByLabel('Clock time').fill('12:00');
  await page.getByLabel('The time is that of').selectOption('Kampala');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible();
  await expect(official.page.getByRole('rowheader', { name: new RegExp(name) })).toBeVisible();
});

test('forty partnerships are drawn with a tenth of a second of work', async ({ browser }) => {
  const { page } = await englishAs(browser, 'project_coordinator');
  const devtools = await page.context().newCDPSession(page);
  // The time of the page's own thread: other work on this machine does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const onTheWay = new Set<Request>();
  page.on('request', (request) => onTheWay.add(request));
  page.on('requestfinished', (request) => onTheWay.delete(request));
  page.on('requestfailed', (request) => onTheWay.delete(request));
  let before = 0;
  await page.route('**/api/timeline?*', async (route) => {
    const timeline = (await (await route.fetch()).json()) as Timeline;
    const [network] = timeline.networks;
    const rows = network?.rows ?? [];
    const copies = Array.from({ length: 40 }, (_, n): TimelineRow => {
      const row = structuredClone(rows[n % rows.length]) as TimelineRow;
      for (const one of [row.partnership, ...row.milestones, ...row.visits]) one.id = `${n}-${one.id}`;
      return row;
    });
    await settled(page, onTheWay);
    before = await worked();
    await route.fulfill({ json: { ...timeline, networks: [{ ...network, rows: copies }] } });
  });
  // What else the machine does only adds: once within the bound, the work is within it.
  const most = 200;
  const rounds: number[] = [];
  while (rounds.length < 5 && !rounds.some((took) => took < most)) {
    onTheWay.clear();
    await page.goto('/n/climate/timeline?view=picture');
    await picture(page).locator('[data-mark][tabindex="0"]').waitFor();
    rounds.push((await worked()) - before);
  }
  const took = Math.min(...rounds);
  const count = await picture(page).locator('[data-mark]').count();
  console.info(`timeline: ${count} marks of 40 partnerships in ${took.toFixed(0)} ms of the browser's work`);
  expect(count).toBeGreaterThan(600);
  expect(took).toBeGreaterThan(10);
  expect(took).toBeLessThan(most);
  // On paper nothing scrolls: what the marks mean stands below the last of them.
  await page.emulateMedia({ media: 'print' });
  const below = async () => {
    const boxes = [
      picture(page).locator('[data-row]').last(),
      page.getByRole('region', { name: 'What the marks mean' }),
    ];
    const [row, legend] = await Promise.all(
      boxes.map((one) => one.evaluate((box) => box.getBoundingClientRect().toJSON() as DOMRect)),
    );
    return (legend?.top ?? 0) - (row?.bottom ?? Infinity);
  };
  await expect.poll(below).toBeGreaterThanOrEqual(0);
});

/** Until nothing but one request that is held is on its way, and what came before it is done with. */
async function settled(page: Page, onTheWay: ReadonlySet<Request>): Promise<void> {
  do {
    await expect.poll(() => onTheWay.size).toBe(1);
    await page.evaluate(() => new Promise((rests) => requestIdleCallback(rests)));
  } while (onTheWay.size > 1);
}

function dayOf({ actualOn, forecastOn, plannedOn }: Milestone): string {
  return actualOn ?? forecastOn ?? plannedOn;
}
