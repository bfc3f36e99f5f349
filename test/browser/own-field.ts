/** What stands in an own hub: networks, partnerships and people, each of them in a browser of their own. */
import type { Role, Side } from '@hub/contracts';
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { OwnHub } from './own-hub.js';

export async function insert(hub: OwnHub, table: string, row: object): Promise<string> {
  const whole = { id: randomUUID(), ...row };
  const names = Object.keys(whole);
  const values = names.map((_, n) => `$${n + 1}`);
  await hub.rows.query(`insert into ${table} (${names.join()}) values (${values.join()})`, Object.values(whole));
  return whole.id;
}

export interface Network {
  id: string;
  themeId: string;
}

export async function network(hub: OwnHub, slug: string, names: { en: string; sv: string }): Promise<Network> {
  const themeId = await insert(hub, 'themes', { slug, names: JSON.stringify(names) });
  const id = await insert(hub, 'networks', {
    slug,
    name: names.en,
    theme_id: themeId,
    region: 'East Africa',
    purpose: 'To learn together.',
    round: 1,
    status: 'active',
    starts_on: '2026-04-01',
    ends_on: '2030-04-01',
  });
  // What changes in a network is told there.
  await insert(hub, 'channels', {
    network_id: id,
    kind: 'announcements',
    slug: 'announcements',
    name: 'Announcements',
  });
  return { id, themeId };
}

export async function partnership(hub: OwnHub, { id: network_id }: Network, slug: string, name: string) {
  const id = await insert(hub, 'partnerships', { slug, network_id, name, source: 'fictional' });
  await hub.rows.query(
    `insert into partnership_statuses (partnership_id, from_on, status) values ($1, $2, 'inception')`,
    [id, '2026-01-01'],
  );
  return id;
}

export async function tag(hub: OwnHub, { themeId: theme_id }: Network, slug: string, en: string, sv: string) {
  return insert(hub, 'tags', { slug, theme_id, names: JSON.stringify({ en, sv }) });
}

export interface Someone {
  id: string;
  name: string;
  page: Page;
}

interface Place {
  networkId: string;
  partnershipId?: string;
  side?: Side;
  seenOn?: BrowserContextOptions;
}

/** Signed in, and reading English in Stockholm. */
export async function somebody(
  browser: Browser,
  hub: OwnHub,
  name: string,
  role: Role,
  { networkId, partnershipId, side, seenOn = {} }: Place,
): Promise<Someone> {
  const initials = name.replace(/[^A-Z]/g, '');
  const email = `${randomUUID()}@example.org`;
  const id = await insert(hub, 'people', { name, initials, email, time_zone: 'Europe/Stockholm', locale: 'en' });
  const place = { network_id: networkId, partnership_id: partnershipId ?? null, side: side ?? null };
  await insert(hub, 'memberships', { person_id: id, role, ...place, from_on: '2026-01-01' });
  const context = await browser.newContext({ baseURL: hub.origin, ...seenOn });
  await context.addCookies([{ name: 'hub', value: await session(hub, id), url: hub.origin }]);
  return { id, name, page: await context.newPage() };
}

/** A session that is signed in, by the token that its cookie holds. */
export async function session(hub: OwnHub, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await insert(hub, 'sessions', { person_id: personId, token_hash: hash, expires_at: '2999-01-01' });
  return token;
}

/** What somebody does without a page being looked at. */
export async function does(page: Page, method: 'POST' | 'PATCH', path: string, data: object): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request.fetch(`/api${path}`, { method, data, headers: { origin } });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
}
