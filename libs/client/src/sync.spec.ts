import type { ChannelEvent, HubEvent, Input, Output, UserEvent } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { subjectOf } from '@hub/contracts/subject';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Call } from './call.js';
import { Sync } from './sync.js';

const pageSize = 5;

const sent = (channelId: string, seq: number) =>
  ({ kind: 'message.sent', channelId, seq, topicTitle: '', message: { id: `${channelId}${seq}` } }) as ChannelEvent;
const muted = (userSeq: number): UserEvent => ({ kind: 'channel.muted', userSeq, channelId: 'a', muted: true });
const log = (channelId: string, length: number) => Array.from({ length }, (_, n) => sent(channelId, n + 1));

/** A hub's logs, answered from as the protocol says. */
class Logs {
  channels = new Map<string, ChannelEvent[]>();
  mine: UserEvent[] = [];
  asked: Input<'sync.resume'>[] = [];
  /** What happens while an answer is on its way. */
  meanwhile: () => void = () => undefined;

  call: Call = (async (name: string, input: never) => {
    const answer = name === 'sync.resume' ? this.resume(input) : this.backfill(input);
    this.meanwhile();
    return answer;
  }) as Call;

  private resume(input: Input<'sync.resume'>): Output<'sync.resume'> {
    this.asked.push(input);
    const head = this.mine.at(-1)?.userSeq ?? 0;
    const { userSeq } = input;
    return {
      userSeq: head,
      userEvents: this.mine.filter((event) => userSeq !== null && event.userSeq > userSeq),
      reset: (userSeq ?? 0) > head,
      channels: input.channels.flatMap(({ channelId, seq, subjectId }) =>
        this.channels.has(channelId) ? [this.page(channelId, seq, subjectId)] : [],
      ),
      gone: input.channels.map(({ channelId }) => channelId).filter((channelId) => !this.channels.has(channelId)),
    };
  }

  private backfill({ channelId, after }: { channelId: string; after: number }): Output<'sync.backfill'> {
    if (!this.channels.has(channelId)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return this.page(channelId, after);
  }

  private page(channelId: string, after: number, subjectId?: string): Output<'sync.backfill'> {
    const events = this.channels.get(channelId) ?? [];
    const at = events[after - 1];
    const same = subjectId === undefined || (at !== undefined && subjectOf(at) === subjectId);
    const reset = after > events.length || !same;
    return {
      channelId,
      events: reset ? [] : events.slice(after, after + pageSize),
      head: events.length,
      more: !reset && after + pageSize < events.length,
      reset,
    };
  }
}

let logs: Logs;
let told: HubEvent[];
let resets: (string | undefined)[];
let sync: Sync;
let waiting: { look: () => boolean; resolve: () => void }[];

/** Resolves when what was told looks like this. */
function hearing(look: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (look()) resolve();
    else waiting.push({ look, resolve });
  });
}

beforeEach(() => {
  [logs, told, resets, waiting] = [new Logs(), [], [], []];
  sync = new Sync(logs.call, {
    told: (events) => {
      told.push(...events);
      for (const one of waiting) if (one.look()) one.resolve();
    },
    reset: (channelId) => resets.push(channelId),
    isOpen: () => true,
  });
});

const toldOf = (channelId: string) =>
  told.flatMap((event) => ('seq' in event && event.channelId === channelId ? [event.seq] : []));
const toldOfMine = () => told.flatMap((event) => ('userSeq' in event ? [event.userSeq] : []));
const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

/** Numbers that are the same at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('a bad line', () => {
  it.each([1, 2, 3, 4, 5])(
    'drops, doubles and reorders frames, and everything is told once and in order (%i)',
    async (seed) => {
      const random = dice(seed);
      logs.channels.set('a', log('a', 60)).set('b', log('b', 40));
      logs.mine = upTo(20).map(muted);
      sync.follow('a', 0);
      sync.follow('b', 0);
      await sync.resume();
      told.length = 0;
      // Everything up to here is older than what comes now.
      const [heardA, heardB, heardMine] = [60, 40, 20];
      logs.channels.set('a', log('a', 160)).set('b', log('b', 90));
      logs.mine = upTo(50).map(muted);
      const frames: HubEvent[] = [...log('a', 160), ...log('b', 90), ...logs.mine]
        .filter(() => random() > 0.25)
        .flatMap((event) => (random() < 0.25 ? [event, event] : [event]))
        .map((event, n) => ({ event, at: n + random() * 20 }))
        .sort((one, other) => one.at - other.at)
        .map(({ event }) => event);
      while (frames.length > 0) sync.take(frames.splice(0, 1 + Math.floor(random() * 7)));
      const digest = [
        { channelId: 'a', seq: 160 },
        { channelId: 'b', seq: 90 },
      ];
      sync.take([{ kind: 'sync.digest', heads: digest }]);
      await hearing(() => toldOf('a').length >= 100 && toldOf('b').length >= 50);
      await sync.resume();
      expect(toldOf('a')).toEqual(upTo(160).slice(heardA));
      expect(toldOf('b')).toEqual(upTo(90).slice(heardB));
      expect(toldOfMine()).toEqual(upTo(50).slice(heardMine));
    },
  );

  it('loses the last event, and hears from the digest that there is one', async () => {
    logs.channels.set('a', log('a', 3));
    sync.follow('a', 2);
    sync.take([{ kind: 'sync.digest', heads: [{ channelId: 'a', seq: 3 }] }]);
    await hearing(() => toldOf('a').length === 1);
  });
});

describe('a client that was away', () => {
  it('says what its last events were about, and is told the rest page by page', async () => {
    logs.channels.set('a', log('a', 17));
    sync.follow('a', 0);
    sync.take([sent('a', 1)]);
    await sync.resume();
    expect(logs.asked).toEqual([{ userSeq: null, channels: [{ channelId: 'a', seq: 1, subjectId: 'a1' }] }]);
    expect(toldOf('a')).toEqual(upTo(17));
  });

  it('asks for many channels in several commands, and is told of each, before its own events', async () => {
    for (let n = 0; n < 450; n++) {
      logs.channels.set(`c${n}`, log(`c${n}`, 1));
      sync.follow(`c${n}`, 0);
    }
    await sync.resume();
    logs.mine = [muted(1)];
    for (const [channelId] of logs.channels) logs.channels.set(channelId, log(channelId, 2));
    told.length = 0;
    await sync.resume();
    expect(logs.asked.map(({ channels }) => channels.length)).toEqual([200, 200, 50, 200, 200, 50]);
    expect(told).toHaveLength(451);
    expect(told.at(-1)).toEqual(muted(1));
  });

  it('starts afresh where the history is another one', async () => {
    logs.channels.set('a', log('a', 3)).set('b', [sent('b', 1), { kind: 'event.gone', channelId: 'b', seq: 2 }]);
    sync.follow('a', 9);
    sync.follow('b', 1);
    sync.take([sent('b', 2)]);
    told.length = 0;
    await sync.resume();
    expect([resets, told]).toEqual([['a', 'b'], []]);
    logs.channels.set('a', log('a', 4));
    sync.take([sent('a', 4)]);
    expect(toldOf('a')).toEqual([4]);
  });

  it('starts afresh when the hub knows less of the person than it does', async () => {
    logs.mine = upTo(9).map(muted);
    await sync.resume();
    logs.mine = upTo(3).map(muted);
    await sync.resume();
    expect(resets).toEqual([undefined]);
    logs.mine = upTo(4).map(muted);
    sync.take([muted(4)]);
    expect(toldOfMine()).toEqual([4]);
  });

  it('begins where the session said, before anything was loaded', async () => {
    logs.mine = upTo(3).map(muted);
    const begun = new Sync(
      logs.call,
      { told: (events) => told.push(...events), reset: () => undefined, isOpen: () => true },
      2,
    );
    await begun.resume();
    expect([logs.asked.at(-1)?.userSeq, toldOfMine()]).toEqual([2, [3]]);
  });

  it('is told which channels it lost, and asks for them no more', async () => {
    sync.follow('a', 3);
    await sync.resume();
    expect(told).toEqual([{ kind: 'channel.lost', channelId: 'a', userSeq: 0 }]);
    await sync.resume();
    expect(logs.asked.at(-1)?.channels).toEqual([]);
  });

  it('loses a channel in the middle of a gap', async () => {
    sync.follow('a', 3);
    sync.take([sent('a', 5)]);
    await hearing(() => told.some(({ kind }) => kind === 'channel.lost'));
  });
});

describe('own events', () => {
  it('that come before anything was asked are told', async () => {
    logs.mine = upTo(7).map(muted);
    logs.meanwhile = () => {
      logs.meanwhile = () => undefined;
      logs.mine = upTo(9).map(muted);
      sync.take([muted(9)]);
    };
    const first = sync.resume();
    sync.take([muted(7)]);
    await first;
    expect(toldOfMine()).toEqual([7, 8, 9]);
  });

  it('that skip a number are asked for: what may no longer be seen is left out', async () => {
    logs.mine = [muted(1)];
    await sync.resume();
    logs.mine = [muted(1), muted(3)];
    sync.take([muted(3)]);
    await hearing(() => toldOfMine().length === 1);
    expect(toldOfMine()).toEqual([3]);
  });

  it('from another life of the hub are dropped', async () => {
    logs.mine = upTo(2).map(muted);
    await sync.resume();
    sync.take([muted(9)]);
    await sync.resume();
    logs.mine = upTo(3).map(muted);
    sync.take([muted(3)]);
    expect(toldOfMine()).toEqual([3]);
  });

  it('open and close channels', async () => {
    logs.channels.set('a', log('a', 5));
    await sync.resume();
    const gained = { kind: 'channel.gained', userSeq: 1, channel: { id: 'a', lastSeq: 4 } } as UserEvent;
    const lost: UserEvent = { kind: 'channel.lost', userSeq: 2, channelId: 'a' };
    logs.mine = [gained];
    sync.take([gained]);
    await sync.resume();
    expect(toldOf('a')).toEqual([5]);
    logs.mine = [gained, lost];
    sync.take([lost]);
    await sync.resume();
    expect(logs.asked.at(-1)?.channels).toEqual([]);
  });
});

it('lets what is volatile pass as it comes', () => {
  const typing: HubEvent = {
    kind: 'typing.changed',
    channelId: 'a',
    topicId: 't',
    person: { id: 'p', name: 'Lars Ek', initials: 'LE' },
    typing: true,
  };
  sync.take([typing]);
  expect(told).toEqual([typing]);
});
