/** A visitor of the demonstration as one of its eleven people, in a browser of their own. */
import type {
  ChannelPage,
  DemonstrationPerson,
  NetworkPage,
  Reading,
  Role,
  SentMessage,
  TopicPage,
} from '@hub/contracts';
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';

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

/** The address of a conversation with one person that the visitor has had. */
export async function directOf(page: Page): Promise<string> {
  const network = (await (await page.request.get('/api/networks/climate')).json()) as NetworkPage;
  return `/n/climate/c/${network.channels.find(({ kind, lastMessageAt }) => kind === 'direct' && lastMessageAt)?.id}`;
}

/** The address of the topic that screenshots show. */
export async function pumpTests(page: Page): Promise<string> {
  const { topics } = await channelOf(page, 'water');
  return `/t/${topics.find(({ title }) => title.startsWith('Pump tests'))?.id}`;
}

export const composer = (page: Page) => page.getByRole('textbox', { name: /Pump tests/ });

/** Opens a page and waits until it hears of what happens: what others do before that is no event to it. */
export async function listenAt(page: Page, path: string): Promise<void> {
  const heard = page
    .waitForEvent('websocket')
    .then((socket) =>
      socket.waitForEvent('framereceived', { predicate: ({ payload }) => String(payload).includes('"userSeq"') }),
    );
  await page.goto(path);
  await heard;
}

/** A visitor who reads English, whoever they are. */
export async function englishAs(browser: Browser, role: Role, options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await visitAs(browser, role, options);
  await visitor.page.context().addInitScript(() => sessionStorage.setItem('hub-visitor-locale', 'en'));
  return visitor;
}

/** A topic of one's own in a channel, also when a test is run again, with these messages. */
export async function openTopic(page: Page, slug: string, title: string, bodies: string[]): Promise<string> {
  const { id: channelId } = await channelOf(page, slug);
  const { topicId } = await send(page, channelId, {
    topicTitle: `${title} ${uuidv7().slice(-6)}`,
    body: bodies[0] ?? '',
  });
  for (const body of bodies.slice(1)) await send(page, channelId, { topicId, body });
  return `/t/${topicId}`;
}

/** Sends more to a topic that `openTopic` opened. */
export async function sendTo(page: Page, slug: string, topic: string, bodies: string[]): Promise<void> {
  const { id: channelId } = await channelOf(page, slug);
  for (const body of bodies) await send(page, channelId, { topicId: topic.slice(3), body });
}

async function send(
  page: Page,
  channelId: string,
  message: { topicId?: string; topicTitle?: string; body: string },
): Promise<SentMessage> {
  const { origin } = new URL((await page.request.get('/api/session')).url());
  const answer = await page.request.post(`/api/channels/${channelId}/messages`, {
    data: { clientId: uuidv7(), ...message },
    headers: { origin },
  });
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as SentMessage;
}

/** How far the visitor has read a topic. */
export async function readingOf(page: Page, topic: string): Promise<Reading> {
  return ((await (await page.request.get(`/api/topics/${topic.slice(3)}`)).json()) as TopicPage).topic.reading;
}
