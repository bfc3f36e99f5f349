/** Small histories made by hand: a clean one holds, and each rule catches the least that breaks it, and nothing else does. */
import { describe, expect, it } from '@jest/globals';
import { check, rules, zeros, type Rule } from './check.js';
import {
  Recorder,
  type Answer,
  type AnyOperation,
  type ChannelView,
  type History,
  type SeenEvent,
  type View,
} from './history.js';

const [amara, lars, outsider] = ['amara', 'lars', 'outsider'] as const;
const [first, second, third] = ['client-id-1', 'client-id-2', 'client-id-3'] as const;
const topicId = 'pumps';
const channelId = 'water';

const message = (n: number, more: object = {}) => ({
  id: `message-${n}`,
  channelId,
  topicId,
  seq: n,
  clientId: `client-id-${n}`,
  version: 1,
  body: `Number ${n}`,
  ...more,
});

const reacted = [{ reaction: '👍', people: [{ id: lars }] }];

/** The end: the first edited and reacted to, the second removed, the third mentions Lars. */
const end = [
  message(1, { version: 2, body: 'Number 1, corrected', reactions: reacted }),
  message(2, { body: '', removed: { at: 'then' } }),
  message(3, { body: `<@${lars}>, number 3`, pinned: true }),
];

const log: (SeenEvent & { kind: string; seq: number })[] = [
  { kind: 'message.sent', channelId, seq: 1, message: message(1) },
  { kind: 'message.sent', channelId, seq: 2, message: message(2) },
  { kind: 'message.sent', channelId, seq: 3, message: message(3, { body: `<@${lars}>, number 3` }) },
  { kind: 'message.edited', channelId, seq: 4, message: message(1, { version: 2, body: 'Number 1, corrected' }) },
  { kind: 'message.removed', channelId, seq: 5, message: end[1] },
  { kind: 'reaction.changed', channelId, seq: 6, message: end[0] },
  { kind: 'message.pinned', channelId, seq: 7, message: end[2] },
];

/** What Amara and Lars did, each heard it all, and three views of it. The clock goes on by 10 at every look. */
async function clean(): Promise<History> {
  let time = 0;
  const recorder = new Recorder(() => (time += 10));
  const as = (person: string) => ({ client: `${person}'s phone`, person });
  for (const person of [amara, lars]) {
    await recorder.membership({ person, channelId, change: 'added' });
    recorder.deliver('loaded', as(person), [{ kind: 'loaded', channelId, seq: 0 }]);
  }
  const tell = (seq: number) => {
    for (const person of [amara, lars])
      for (const how of ['frame', 'applied'] as const) recorder.deliver(how, as(person), [log[seq - 1] as SeenEvent]);
  };
  const send = async (person: string, n: number, body = `Number ${n}`) => {
    const input = { channelId, topicId, clientId: `client-id-${n}`, body };
    await recorder.attempt({ ...as(person), command: 'message.send', input }, async () => ({
      id: `message-${n}`,
      seq: n,
    }));
    tell(n);
  };
  const messageId = 'message-1';
  await send(amara, 1);
  await send(lars, 2);
  await send(amara, 3, `<@${lars}>, number 3`);
  const edit = { messageId, baseVersion: 1, body: 'Number 1, corrected' };
  await recorder.attempt({ ...as(amara), command: 'message.edit', input: edit }, async () => ({}));
  tell(4);
  await recorder.attempt(
    { ...as(lars), command: 'message.remove', input: { messageId: 'message-2' } },
    async () => ({}),
  );
  tell(5);
  const healed = recorder.fault('link cut', [as(lars).client]);
  for (const on of [true, false, true]) {
    const input = { messageId, reaction: '👍', on };
    await recorder.attempt({ ...as(lars), command: 'reaction.set', input }, async () => ({}));
  }
  tell(6);
  healed();
  await recorder.attempt(
    { ...as(amara), command: 'message.pin', input: { messageId: 'message-3', on: true } },
    async () => ({}),
  );
  tell(7);
  const move = (seq: number, epoch: number) =>
    recorder.attempt({ ...as(lars), command: 'read.move', input: { topicId, epoch, seq } }, async () => ({}));
  await move(3, 1);
  await move(1, 2);
  await move(2, 1);
  recorder.deliver('applied', as(lars), [
    {
      kind: 'notification.created',
      userSeq: 1,
      notification: { id: 'n', kind: 'mention', messageId: 'message-3', channelId },
    },
    { kind: 'read.moved', userSeq: 2, topicId, channelId, reading: { epoch: 1, seq: 3 } },
    { kind: 'read.moved', userSeq: 3, topicId, channelId, reading: { epoch: 2, seq: 1 } },
  ]);
  await recorder.membership({ person: outsider, channelId, change: 'added' }, async () => undefined);
  await recorder.membership({ person: outsider, channelId, change: 'removed' }, async () => undefined);
  await recorder.read({ ...as(lars), channelId }, async () => structuredClone(end));
  const channels = (): ChannelView[] =>
    structuredClone([
      {
        channelId,
        head: 7,
        messages: end,
        events: log.map(({ kind, seq, message }) => ({ kind, seq, subjectId: String(message?.id) })),
      },
    ]);
  const markers = [{ person: lars, topicId, epoch: 2, seq: 1 }];
  const effects = [{ medium: 'hub', person: lars, kind: 'mention', key: 'message-3' }];
  for (const person of [amara, lars]) {
    recorder.view({ way: 'live', ...as(person), channels: channels(), ...(person === lars && { markers }) });
    recorder.view({ way: 'fresh', person, channels: channels() });
  }
  recorder.view({ way: 'sql', channels: channels(), markers, effects });
  return structuredClone(recorder.history);
}

/** Breaks the clean history in one place. */
async function after(harm: (history: History) => unknown, graceMs = 5_000): Promise<Rule[]> {
  const history = await clean();
  harm(history);
  const { violations } = check(history, { graceMs });
  return [...new Set(violations.map(({ rule }) => rule))];
}

const view = (history: History, way: View['way'], person?: string): ChannelView =>
  history.views.find((one) => one.way === way && one.person === person)?.channels[0] as ChannelView;
const everywhere = (history: History, change: (channel: ChannelView) => unknown) =>
  history.views.forEach(({ channels }) => channels.forEach((channel) => change(channel)));
const find = (channel: ChannelView, clientId: string) =>
  channel.messages.find((one) => one.clientId === clientId) as ChannelView['messages'][number];
const drop = (channel: ChannelView, clientId: string) =>
  (channel.messages = channel.messages.filter((one) => one.clientId !== clientId));
const operation = (history: History, command: AnyOperation['command'], nth = 0) =>
  history.operations.filter((one) => one.command === command)[nth] as AnyOperation;
const applied = (history: History, client: string) =>
  history.deliveries.filter((one) => one.how === 'applied' && one.client === client && one.event.userSeq === undefined);
const last = (history: History) => Math.max(...history.views.map(({ at }) => at));
const refused: Answer = { outcome: 'refused', code: 'FORBIDDEN' };
const unknown: Answer = { outcome: 'unknown', reason: 'UNAVAILABLE' };
const accepted: Answer = { outcome: 'acknowledged', output: {} };

it('finds nothing wrong with a clean history, and says how much it looked at', async () => {
  const verdict = check(await clean());
  expect(verdict.violations).toEqual([]);
  expect(verdict.counts).toMatchObject({
    'acknowledged messages': 3,
    'acknowledged messages looked for in views': 15,
    'operations acknowledged': 12,
    'events applied': 14,
    'own events applied': 3,
    'fault: link cut': 1,
    convergences: 1,
    'membership changes': 2,
    'read markers': 2,
    effects: 1,
    'mentions that must have told somebody': 1,
    'final states folded': 15,
    'acknowledged edits': 1,
  });
  expect(zeros(verdict, rules)).toBe(
    'lost 0, phantom 0, duplicate 0, reordered 0, hole 0, leak 0, trespass 0, fold 0, marker 0, effect 0, convergence 0',
  );
});

describe('each rule catches its breach alone', () => {
  const breaches: [Rule, string, (history: History) => unknown][] = [
    ['lost', 'an acknowledged message is not in the database', (h) => drop(view(h, 'sql'), first)],
    ['lost', 'it is not what a client shows in the end', (h) => drop(view(h, 'live', lars), second)],
    ['lost', 'it is not what a fresh client gets', (h) => drop(view(h, 'fresh', amara), third)],
    [
      'lost',
      'the whole channel is missing',
      (h) => h.views.forEach((one) => one.way === 'fresh' && (one.channels = [])),
    ],
    [
      'phantom',
      'a message that nobody sent',
      (h) => view(h, 'fresh', lars).messages.push(message(9, { clientId: 'unheard-of' })),
    ],
    [
      'phantom',
      'a message that was refused',
      (h) => {
        const { clientId } = find(view(h, 'sql'), second);
        for (const one of h.operations)
          if (one.command === 'message.send' && one.input.clientId === clientId) one.answer = refused;
      },
    ],
    [
      'phantom',
      'a text that was never sent',
      (h) => everywhere(h, (channel) => (find(channel, third).body = 'Somebody else wrote this')),
    ],
    [
      'phantom',
      'a message that was told and is not stored',
      (h) => {
        operation(h, 'message.send', 2).answer = unknown;
        everywhere(h, (channel) => {
          drop(channel, third);
          channel.events = channel.events?.filter(({ subjectId }) => subjectId !== 'message-3') ?? [];
          channel.events.forEach((event) => event.seq > 3 && event.seq--);
          channel.head = 5;
        });
        h.deliveries = h.deliveries.filter(({ event }) => event.userSeq === undefined && (event.seq ?? 0) <= 3);
        h.operations = h.operations.filter(({ command }) => !['message.pin', 'read.move'].includes(command));
        h.views.forEach((one) => ((one.markers = undefined), (one.effects = undefined)));
      },
    ],
    [
      'phantom',
      'a change that was told and then rolled back',
      (h) =>
        h.deliveries.push({
          ...(applied(h, "amara's phone").at(-1) as History['deliveries'][number]),
          how: 'frame',
          event: { kind: 'reaction.changed', channelId, seq: 8, message: end[0] },
        }),
    ],
    [
      'duplicate',
      'a clientId twice in a view',
      (h) =>
        view(h, 'live', amara).messages.push({
          ...message(3, { seq: 9 }),
          body: `<@${lars}>, number 3`,
          pinned: true,
          id: 'message-3',
        }),
    ],
    [
      'duplicate',
      'one writing under two clientIds',
      (h) => {
        const again = structuredClone(operation(h, 'message.send', 2));
        operation(h, 'message.send', 2).intent = 'the third';
        if (again.command !== 'message.send') return;
        Object.assign(again, { intent: 'the third', answer: unknown });
        again.input.clientId = 'client-id-8';
        h.operations.push(again);
        everywhere(h, (channel) => {
          channel.head = 8;
          channel.messages.push({
            ...(end[2] as (typeof end)[number]),
            seq: 8,
            id: 'message-8',
            clientId: 'client-id-8',
            pinned: false,
          });
          channel.events?.push({ kind: 'message.sent', seq: 8, subjectId: 'message-8' });
        });
        h.views.forEach((one) => one.effects?.push({ medium: 'hub', person: lars, kind: 'mention', key: 'message-8' }));
      },
    ],
    [
      'duplicate',
      'an event applied twice',
      (h) =>
        h.deliveries.push({ ...(applied(h, "lars's phone")[2] as never as History['deliveries'][number]), order: 999 }),
    ],
    [
      'duplicate',
      'an own event applied twice',
      (h) => h.deliveries.push({ ...(h.deliveries.at(-1) as History['deliveries'][number]), order: 999 }),
    ],
    [
      'duplicate',
      'two answers about one clientId',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.send'),
          answeredAt: 1e6,
          answer: { outcome: 'acknowledged', output: { id: 'message-1', seq: 9 } },
        }),
    ],
    [
      'reordered',
      'a view that stands in another order',
      (h) => view(h, 'live', lars).messages.sort((a, b) => b.seq - a.seq),
    ],
    [
      'reordered',
      'two views that differ about a place',
      (h) => {
        const channel = view(h, 'fresh', lars);
        [find(channel, first).seq, find(channel, second).seq] = [2, 1];
        channel.messages.sort((a, b) => a.seq - b.seq);
        delete channel.events;
      },
    ],
    [
      'reordered',
      'an event applied after a later one that it did not know',
      (h) => {
        const [one, two] = applied(h, "amara's phone") as [
          History['deliveries'][number],
          History['deliveries'][number],
        ];
        h.deliveries = h.deliveries.filter((delivery) => delivery !== one);
        h.deliveries.push({ ...one, order: two.order + 0.5 });
        h.deliveries = h.deliveries.filter(({ how, client }) => how !== 'loaded' || client !== "amara's phone");
      },
    ],
    [
      'reordered',
      'a message sent after another was acknowledged comes before it',
      (h) => {
        const [one, two] = [operation(h, 'message.send'), operation(h, 'message.send', 1)];
        [one.invokedAt, two.invokedAt] = [two.invokedAt, one.invokedAt];
        [one.answeredAt, two.answeredAt] = [two.answeredAt, one.answeredAt];
      },
    ],
    ['hole', 'a log with a hole', (h) => view(h, 'fresh', amara).events?.splice(3, 1)],
    ['hole', 'a log that does not begin at the beginning', (h) => view(h, 'sql').events?.shift()],
    ['hole', 'a log that stops before the head', (h) => (view(h, 'sql').head = 12)],
    [
      'hole',
      'a client that skips an event',
      (h) => (h.deliveries = h.deliveries.filter((one) => one !== applied(h, "lars's phone")[1])),
    ],
    [
      'leak',
      'an event to somebody who was never in',
      (h) =>
        h.deliveries.push({
          how: 'frame',
          client: "eve's phone",
          person: 'eve',
          order: 1,
          at: 50,
          event: log[0] as SeenEvent,
        }),
    ],
    [
      'leak',
      'something volatile to somebody who was never in',
      (h) =>
        h.deliveries.push({
          how: 'frame',
          client: "eve's phone",
          person: 'eve',
          order: 1,
          at: 50,
          event: { kind: 'typing.changed', channelId },
        }),
    ],
    [
      'leak',
      'a digest that names a channel they are not in',
      (h) =>
        h.deliveries.push({
          how: 'frame',
          client: "eve's phone",
          person: 'eve',
          order: 1,
          at: 50,
          event: { kind: 'sync.digest', heads: [{ channelId }] },
        }),
    ],
    [
      'leak',
      'an event after the removal and the grace',
      (h) =>
        h.deliveries.push({
          how: 'frame',
          client: 'x',
          person: outsider,
          order: 1,
          at: last(h) + 5_000,
          event: log[6] as SeenEvent,
        }),
    ],
    [
      'leak',
      'a notification that quotes a channel they are not in',
      (h) =>
        h.deliveries.push({
          how: 'frame',
          client: 'x',
          person: 'eve',
          order: 1,
          at: 50,
          event: {
            kind: 'notification.created',
            userSeq: 1,
            notification: { id: 'n', kind: 'mention', messageId: 'message-3', channelId },
          },
        }),
    ],
    [
      'leak',
      'history read after the removal',
      (h) =>
        h.reads.push({
          client: 'x',
          person: outsider,
          channelId,
          invokedAt: last(h) + 5_000,
          at: last(h) + 5_001,
          messages: [message(1)],
        }),
    ],
    [
      'trespass',
      'a message accepted from somebody who was out',
      (h) => {
        const removal = {
          person: amara,
          channelId,
          before: operation(h, 'message.send', 2).invokedAt - 2,
          after: operation(h, 'message.send', 2).invokedAt - 1,
        };
        h.memberships.push({ ...removal, change: 'removed' });
        h.memberships.push({
          ...removal,
          change: 'added',
          before: operation(h, 'message.send', 2).answeredAt ?? 0,
          after: operation(h, 'message.send', 2).answeredAt ?? 0,
        });
      },
    ],
    [
      'trespass',
      'a message with a seq after its author left',
      (h) => {
        everywhere(h, (channel) => {
          const event = channel.events?.[1];
          if (event) Object.assign(event, { kind: 'member.left', subjectId: amara });
          drop(channel, second);
        });
        h.operations = h.operations.filter(
          (one) => one !== operation(h, 'message.send', 1) && one.command !== 'message.remove',
        );
        h.deliveries.forEach(
          (one) =>
            one.event.seq === 2 &&
            one.event.userSeq === undefined &&
            (one.event = { kind: 'member.left', channelId, seq: 2, personId: amara }),
        );
        h.deliveries = h.deliveries.filter(({ event }) => event.kind !== 'message.removed');
        h.deliveries = h.deliveries.filter(({ event }) => event.userSeq !== undefined || (event.seq ?? 0) < 5);
        h.views.forEach((one) => one.way === 'live' && (one.channels[0] as ChannelView).events?.splice(0));
        everywhere(h, (channel) =>
          channel.events?.forEach(
            (event) =>
              event.kind === 'message.removed' && Object.assign(event, { kind: 'topic.changed', subjectId: topicId }),
          ),
        );
      },
    ],
    [
      'fold',
      'an acknowledged edit is gone',
      (h) => everywhere(h, (channel) => Object.assign(find(channel, first), { body: 'Number 1', version: 1 })),
    ],
    [
      'fold',
      'a version that no edit made',
      (h) => everywhere(h, (channel) => Object.assign(find(channel, first), { version: 3 })),
    ],
    [
      'fold',
      'two edits of one version',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.edit'),
          input: { messageId: 'message-1', baseVersion: 1, body: 'Another' },
        } as AnyOperation),
    ],
    [
      'fold',
      'an edit accepted after the removal',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.edit'),
          invokedAt: last(h),
          input: { messageId: 'message-2', baseVersion: 1, body: 'Again' },
        } as AnyOperation),
    ],
    [
      'fold',
      'a tombstone that stands up',
      (h) => everywhere(h, (channel) => Object.assign(find(channel, second), { removed: null, body: 'Number 2' })),
    ],
    ['fold', 'a tombstone with a text', (h) => everywhere(h, (channel) => (find(channel, second).body = 'Number 2'))],
    [
      'fold',
      'a removal that nobody asked for',
      (h) => everywhere(h, (channel) => Object.assign(find(channel, third), { removed: true, body: '' })),
    ],
    [
      'fold',
      'a reaction that is off though it was set',
      (h) => everywhere(h, (channel) => (find(channel, first).reactions = [])),
    ],
    [
      'fold',
      'a reaction that nobody set',
      (h) => everywhere(h, (channel) => (find(channel, third).reactions = reacted)),
    ],
    ['fold', 'a pin that is gone', (h) => everywhere(h, (channel) => (find(channel, third).pinned = false))],
    [
      'fold',
      'one view behind the others',
      (h) => {
        operation(h, 'message.edit').answer = unknown;
        Object.assign(find(view(h, 'live', lars), first), { body: 'Number 1', version: 1 });
      },
    ],
    [
      'fold',
      'a title that nobody gave',
      (h) => {
        h.operations.push({
          ...operation(h, 'message.pin'),
          command: 'topic.rename',
          input: { topicId, title: 'Wells' },
        });
        h.views.forEach((one) => (one.topics = [{ id: topicId, title: 'Pumps' }]));
      },
    ],
    [
      'marker',
      'a marker behind what was acknowledged',
      (h) => h.views.forEach((one) => one.markers?.forEach((mark) => Object.assign(mark, { epoch: 1, seq: 3 }))),
    ],
    [
      'marker',
      'a marker that is not the maximum of its epoch',
      (h) => {
        const move = operation(h, 'read.move', 2);
        if (move.command === 'read.move') Object.assign(move.input, { epoch: 2, seq: 2 });
      },
    ],
    [
      'marker',
      'a marker further than anybody read',
      (h) => h.views.forEach((one) => one.markers?.forEach((mark) => (mark.seq = 40))),
    ],
    ['marker', 'no marker at all', (h) => h.views.forEach((one) => one.markers?.splice(0))],
    [
      'marker',
      'a marker heard going back',
      (h) => Object.assign(h.deliveries.at(-1)?.event ?? {}, { reading: { epoch: 1, seq: 1 } }),
    ],
    [
      'effect',
      'two notifications of one mention',
      (h) => h.views.forEach((one) => one.effects?.push(...structuredClone(one.effects))),
    ],
    ['effect', 'no notification of a mention', (h) => h.views.forEach((one) => one.effects?.splice(0))],
    [
      'effect',
      'a notification of nothing',
      (h) =>
        h.views.forEach((one) => one.effects?.push({ medium: 'hub', person: lars, kind: 'mention', key: 'message-7' })),
    ],
    [
      'effect',
      'no notification, as if it had been read',
      (h) => {
        h.views.forEach((one) => one.effects?.forEach((effect) => (effect.suppressed = 'read')));
        const move = operation(h, 'read.move');
        if (move.command === 'read.move') move.input.seq = 2;
        h.deliveries.forEach(({ event }) => event.reading?.epoch === 1 && (event.reading.seq = 2));
      },
    ],
    [
      'effect',
      'a person is told twice',
      (h) => {
        const told = h.deliveries.find(({ event }) => event.notification) as History['deliveries'][number];
        const notification = { ...told.event.notification, id: 'another' } as NonNullable<
          typeof told.event.notification
        >;
        h.deliveries.push({ ...told, order: 999, event: { ...told.event, userSeq: 9, notification } });
      },
    ],
    [
      'convergence',
      'a client that never comes to the end',
      (h) =>
        (h.deliveries = h.deliveries.filter(
          (one) => one.client !== "lars's phone" || one.event.userSeq !== undefined || (one.event.seq ?? 0) < 3,
        )),
    ],
    [
      'convergence',
      'a client that takes too long',
      (h) => {
        const cut = h.faults[0] as History['faults'][number];
        const late = applied(h, "lars's phone").slice(2);
        Object.assign(cut, { at: 1, healedAt: 200 });
        late.forEach((one, index) => (one.at = 31_000 + index));
        h.operations.forEach(
          (one) =>
            one.command === 'message.send' &&
            one.answer.outcome === 'acknowledged' &&
            (one.answeredAt = Math.min(one.answeredAt ?? 0, 150)),
        );
      },
    ],
  ];

  it.each(breaches)('%s: %s', async (rule, _, harm) => {
    expect(await after(harm)).toEqual([rule]);
  });

  it('has a breach for each rule', () => {
    expect(new Set(breaches.map(([rule]) => rule))).toEqual(new Set(rules));
  });
});

describe('what is no breach', () => {
  const harmless: [string, (history: History) => unknown][] = [
    [
      'two events of one notification that was counted up, heard after it was',
      (h) => {
        const told = h.deliveries.find(({ event }) => event.notification) as History['deliveries'][number];
        const notification = { id: 'n', kind: 'reply', messageId: 'message-3', channelId };
        for (const [order, userSeq] of [
          [998, 8],
          [999, 9],
        ])
          h.deliveries.push({ ...told, order: order ?? 0, event: { ...told.event, userSeq, notification } });
      },
    ],
    [
      'no notification of what was read already',
      (h) => h.views.forEach((one) => one.effects?.forEach((effect) => (effect.suppressed = 'read'))),
    ],
    [
      'a marker that a device of somebody who left does not know',
      (h) => {
        h.memberships.push({ person: lars, channelId, change: 'removed', before: last(h), after: last(h) });
        h.views.forEach((one) => one.person === lars && (one.markers = []));
      },
    ],
    [
      'a message that was never acknowledged and is not stored',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.send'),
          answer: unknown,
          input: { channelId, clientId: 'never', body: 'Never' },
        } as AnyOperation),
    ],
    [
      'a refused try after one whose outcome is unknown',
      (h) => {
        const one = operation(h, 'message.send');
        h.operations.push({ ...one, answer: refused, invokedAt: last(h) });
      },
    ],
    [
      'an event in flight within the grace',
      (h) =>
        h.deliveries.push({
          how: 'frame',
          client: 'x',
          person: outsider,
          order: 1,
          at: last(h) + 4_000,
          event: log[6] as SeenEvent,
        }),
    ],
    [
      'a removal whose commit is unknown, and what follows it',
      (h) => h.memberships.push({ person: lars, channelId, change: 'removed', before: 1, after: Infinity }),
    ],
    ['an edit without an answer that was carried out', (h) => (operation(h, 'message.edit').answer = unknown)],
    [
      'an edit without an answer that was not',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.edit'),
          answer: unknown,
          input: { messageId: 'message-3', baseVersion: 1, body: 'Never' },
        } as AnyOperation),
    ],
    [
      'two settings of a reaction that overlap',
      (h) =>
        h.operations.push({
          ...operation(h, 'reaction.set', 2),
          input: { messageId: 'message-1', reaction: '👍', on: false },
        } as AnyOperation),
    ],
    [
      'a repeated answer',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.send'),
          answeredAt: 1e6,
          answer: { outcome: 'acknowledged', output: { id: 'message-1', seq: 1, duplicate: true } },
        }),
    ],
    ['a pin without an answer', (h) => (operation(h, 'message.pin').answer = unknown)],
    [
      'an edit that was refused',
      (h) =>
        h.operations.push({
          ...operation(h, 'message.edit'),
          answer: { outcome: 'refused', code: 'CONFLICT' },
          input: { messageId: 'message-3', baseVersion: 1, body: 'Never' },
        } as AnyOperation),
    ],
    [
      'a marker moved on without an answer',
      (h) => h.operations.push({ ...operation(h, 'read.move'), answer: accepted }),
    ],
    [
      'frames twice and in another order on the wire',
      (h) =>
        h.deliveries.push(...h.deliveries.filter(({ how }) => how === 'frame').map((one) => ({ ...one, order: 1 }))),
    ],
  ];

  it.each(harmless)('%s', async (_, change) => {
    expect(await after(change)).toEqual([]);
  });
});

describe('the recorder', () => {
  it('tells a refusal from an outcome that nobody knows', async () => {
    const recorder = new Recorder();
    const input = { channelId, clientId: 'one', body: 'One' };
    const failing = (code: string) =>
      recorder.attempt({ client: 'c', person: amara, command: 'message.send', input }, () =>
        Promise.reject(Object.assign(new Error('No'), { code })),
      );
    await expect(failing('NOT_FOUND')).rejects.toThrow('No');
    await expect(failing('UNAVAILABLE')).rejects.toThrow('No');
    expect(recorder.history.operations.map(({ answer }) => answer)).toEqual([
      { outcome: 'refused', code: 'NOT_FOUND' },
      { outcome: 'unknown', reason: 'UNAVAILABLE' },
    ]);
  });

  it('leaves open when a removal that failed was committed', async () => {
    const recorder = new Recorder(() => 7);
    const change = { person: lars, channelId, change: 'removed' } as const;
    await expect(recorder.membership(change, () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    expect(recorder.history.memberships).toEqual([{ ...change, before: 7, after: Infinity }]);
  });
});
