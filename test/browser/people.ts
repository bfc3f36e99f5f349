/** A visitor of the demonstration as one of its ten people, in a browser of their own. */
import type { ChannelPage, DemonstrationPerson, NetworkPage, Role } from '@hub/contracts';
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

export interface Visitor {
  page: Page;
  person: DemonstrationPerson;
}

export async function visitAs(browser: Browser, role: Role, options: BrowserContextOptions = {}): Promise<Visitor> {
  const page = await (await browser.newContext(options)).newPage();
  const people = (await (await page.request.get('/api/demonstration/people')).json()) as DemonstrationPerson[];
  const person = people.find((one) => one.role === role);
  if (!person) throw new Error(`Nobody to be as ${role}`);
  await enter(page, person.id);
  return { page, person };
}

export async function enter(page: Page, personId: string): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request.post('/api/demonstration/session', { data: { personId }, headers: { origin } });
  expect(answer.ok()).toBe(true);
}

export async function channelOf(page: Page, slug: string): Promise<ChannelPage> {
  const network = (await (await page.request.get('/api/networks/climate')).json()) as NetworkPage;
  const id = network.channels.find((channel) => channel.slug === slug)?.id;
  return (await (await page.request.get(`/api/channels/${id}`)).json()) as ChannelPage;
}

/** The address of the topic that screenshots show. */
export async function pumpTests(page: Page): Promise<string> {
  const { topics } = await channelOf(page, 'water');
  return `/t/${topics.find(({ title }) => title.startsWith('Pump tests'))?.id}`;
}

export const composer = (page: Page) => page.getByRole('textbox', { name: /Pump tests/ });
