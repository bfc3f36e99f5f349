/** Reads the conversation files; docs/demonstration.md says how they are written. */
import { maxTitleLength, Reaction } from '@hub/contracts';

/** A message as its file has it. */
export interface Written {
  /** File and line, for whoever has to mend it. */
  where: string;
  channel: string;
  topic: string;
  author: string;
  days: number;
  hour: number;
  minute: number;
  language: string;
  /** What others quote it by. */
  label: string | null;
  /** The label of the message it quotes. */
  quotes: string | null;
  body: string;
  acts: Act[];
}

export type ActKind = 'edited' | 'reacted' | 'pinned' | 'resolved' | 'removed' | 'reported' | 'muted' | 'left';

/** What was done with a message afterwards, or by somebody with its topic or channel. */
export interface Act {
  where: string;
  kind: ActKind;
  /** How much later, in minutes. Null for a reaction that comes when it comes. */
  after: number | null;
  /** Null is its author. */
  by: string | null;
  reaction: Reaction | null;
  /** The new text of an edit, the reason of a removal or a report. */
  text: string;
}

const head = /^-(\d+)d (\d\d):(\d\d) (\S+)(?: \(([a-zA-Z-]+)\))?(?: #([a-z][a-z0-9-]*))?(?: > ([a-z][a-z0-9-]*))?$/;
const act = /^~ ([a-z_]+)(?: \+(\d+)([mhd]))?((?: [^\s:]+)*)(?:: (.+))?$/;
const minutesIn: Record<string, number> = { m: 1, h: 60, d: 1440 };
const headForm = '"-<days>d <HH:MM> <person>", then "(sv)" when it is not in English, "#label" and "> label"';
const actForm =
  '"~ thanks <people>", "~ edited +5m", "~ pinned +2h <person>", "~ resolved +1d <person>", "~ removed +5m", "~ removed +5m <person>: <why>", "~ reported +5m <person>: <why>", "~ muted +1h <person>" or "~ left +1h <person>"';

/** The one topic of a direct conversation. */
export const directTopic = 'Conversation';
export const isDirect = (channel: string): boolean => channel.startsWith('direct:');

export function parseConversation(file: string, text: string): Written[] {
  const written: Written[] = [];
  let channel = '';
  let topic = '';
  let current: Written | undefined;
  text.split('\n').forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    if (line.startsWith('# ')) {
      channel = line.slice(2).trim();
      topic = isDirect(channel) ? directTopic : '';
      current = undefined;
    } else if (line.startsWith('## ')) {
      if (isDirect(channel)) throw new Error(`${where}: a direct conversation has no topics.`);
      topic = line.slice(3).trim();
      current = undefined;
    } else if (/^-\d+d\b/.test(line)) {
      current = headed(where, line, { channel, topic });
      written.push(current);
    } else if (line.startsWith('~ ')) {
      if (!current) throw new Error(`${where}: nothing was said yet that something could be done with.`);
      current.acts.push(...acted(where, line));
    } else if (current) add(where, line, current);
    else if (line.trim() !== '') throw new Error(`${where}: a line before the first message of its topic.`);
  });
  for (const message of written) {
    message.body = message.body.trim();
    for (const one of message.acts) one.text = one.text.trim();
  }
  check(written);
  return written;
}

function headed(where: string, line: string, { channel, topic }: Pick<Written, 'channel' | 'topic'>): Written {
  const [, days, hour, minute, author = '', language = 'en', label = null, quotes = null] = head.exec(line) ?? [];
  if (author === '' || Number(hour) > 23 || Number(minute) > 59)
    throw new Error(`${where}: a message starts ${headForm}.`);
  if (channel === '' || topic === '') throw new Error(`${where}: a message outside a channel and a topic.`);
  const time = { days: Number(days), hour: Number(hour), minute: Number(minute) };
  return { where, channel, topic, author, ...time, language, label, quotes, body: '', acts: [] };
}

/** Its text, until something was done with it; then only the new text of an edit. */
function add(where: string, line: string, message: Written): void {
  const last = message.acts.at(-1);
  if (!last) message.body += `${line}\n`;
  else if (last.kind === 'edited') last.text += `${line}\n`;
  else if (line.trim() !== '') throw new Error(`${where}: text after what was done with the message.`);
}

/** One act for each person of the line. */
function acted(where: string, line: string): Act[] {
  const [, word = '', amount, unit = '', names = '', text = ''] = act.exec(line) ?? [];
  const people = names.split(' ').filter((name) => name !== '');
  const after = amount === undefined ? null : Number(amount) * (minutesIn[unit] ?? 0);
  const reaction = Reaction.safeParse(word).data ?? null;
  const kind = reaction ? 'reacted' : kindOf(word, people.length, text !== '');
  if (!kind || (reaction ? people.length === 0 || text !== '' : after === null))
    throw new Error(`${where}: what was done with a message is written ${actForm}.`);
  const by = people.length === 0 ? [null] : people;
  return by.map((one) => ({ where, kind, after, by: one, reaction, text }));
}

function kindOf(word: string, people: number, reason: boolean): ActKind | undefined {
  switch (word) {
    case 'edited':
      return people === 0 && !reason ? word : undefined;
    case 'removed':
      return people === (reason ? 1 : 0) ? word : undefined;
    case 'reported':
      return people === 1 && reason ? word : undefined;
    case 'pinned':
    case 'resolved':
    case 'muted':
    case 'left':
      return people === 1 && !reason ? word : undefined;
    default:
      return undefined;
  }
}

function check(written: Written[]): void {
  const latest = new Map<string, number>();
  const labelled = new Map<string, string>();
  for (const { where, channel, topic, days, hour, minute, label, quotes, body, acts } of written) {
    if (body === '') throw new Error(`${where}: a message without text.`);
    for (const one of acts)
      if (one.kind === 'edited' && one.text === '') throw new Error(`${one.where}: an edit without text.`);
    if (topic.length > maxTitleLength) throw new Error(`${where}: the topic's title is longer than ${maxTitleLength}.`);
    const key = `${channel}/${topic.toLowerCase()}`;
    const minutes = (hour - days * 24) * 60 + minute;
    if (minutes < (latest.get(key) ?? -Infinity)) throw new Error(`${where}: earlier than the message before it.`);
    latest.set(key, minutes);
    if (quotes !== null && labelled.get(quotes) !== channel)
      throw new Error(`${where}: no message above it in this channel is labelled ${quotes}.`);
    if (label === null) continue;
    if (labelled.has(label)) throw new Error(`${where}: another message is labelled ${label}.`);
    labelled.set(label, channel);
  }
}
