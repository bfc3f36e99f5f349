import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hub/contracts';
import { messageRowBeside, messageRows, rowOf, withOutgoing } from './message-rows';
import type { Outgoing } from '../messages';

const people = { a: { id: 'a', name: 'Amara Banda', initials: 'AB' }, b: { id: 'b', name: 'Bo Ek', initials: 'BE' } };

function message(seq: number, author: 'a' | 'b', sentAt: string): Message {
  const common = { channelId: 'c', topicId: 't', version: 1, language: null, mentions: [] };
  return {
    ...common,
    id: `m${seq}`,
    clientId: `k${seq}`,
    seq,
    changedSeq: seq,
    author: people[author],
    body: `${seq}`,
    sentAt,
  };
}

function onItsWay(key: string, writtenAt: string): Outgoing {
  return { input: { channelId: 'c', topicId: 't', clientId: key, body: 'x' }, state: 'waiting', writtenAt };
}

interface Given {
  messages?: Message[];
  pageStarts?: number[];
  outgoing?: Outgoing[];
  unreadFrom?: number;
  timeZone?: string;
}

function shape({ messages = [], pageStarts = [], outgoing = [], unreadFrom, timeZone = 'UTC' }: Given): string[] {
  const rows = withOutgoing(messageRows({ messages, pageStarts, unreadFrom, timeZone }), outgoing, 'a', timeZone);
  return rows.map((row) =>
    row.kind === 'day'
      ? `day ${row.at.slice(0, 10)}`
      : `${row.key}${'opensRun' in row && row.opensRun ? ' named' : ''}`,
  );
}

describe('the rows of a conversation', () => {
  it('begin each day with its date, in the reader’s zone', () => {
    const messages = [
      message(1, 'a', '2026-11-23T21:50:00Z'),
      message(2, 'a', '2026-11-23T21:55:00Z'),
      message(3, 'a', '2026-11-23T22:01:00Z'),
    ];
    expect(shape({ messages })).toEqual(['day 2026-11-23', 'k1 named', 'k2', 'k3']);
    expect(shape({ messages, timeZone: 'Africa/Lusaka' })).toEqual([
      'day 2026-11-23',
      'k1 named',
      'k2',
      'day 2026-11-23',
      'k3 named',
    ]);
  });

  it('name the author at the start of a run and after a pause', () => {
    const messages = [
      message(1, 'a', '2026-11-23T10:00:00Z'),
      message(2, 'a', '2026-11-23T10:01:00Z'),
      message(3, 'b', '2026-11-23T10:02:00Z'),
      message(4, 'b', '2026-11-23T10:13:00Z'),
    ];
    expect(shape({ messages })).toEqual(['day 2026-11-23', 'k1 named', 'k2', 'k3 named', 'k4 named']);
  });

  it('look the same after older ones were loaded', () => {
    const later = [message(2, 'a', '2026-11-23T10:01:00Z'), message(3, 'a', '2026-11-23T10:02:00Z')];
    expect(shape({ messages: later, pageStarts: [2] })).toEqual(['day 2026-11-23', 'k2 named', 'k3']);
    const all = [message(1, 'a', '2026-11-23T10:00:00Z'), ...later];
    expect(shape({ messages: all, pageStarts: [1, 2] })).toEqual(['day 2026-11-23', 'k1 named', 'k2 named', 'k3']);
  });

  it('end with what is on its way, in the same row once it arrived', () => {
    const outgoing = [onItsWay('k2', '2026-11-23T10:01:00Z'), onItsWay('k3', '2026-11-23T10:02:00Z')];
    const first = message(1, 'a', '2026-11-23T10:00:00Z');
    const second = message(2, 'a', '2026-11-23T10:01:00Z');
    expect(shape({ messages: [first], outgoing })).toEqual(['day 2026-11-23', 'k1 named', 'k2', 'k3']);
    expect(shape({ messages: [first, second], outgoing })).toEqual(['day 2026-11-23', 'k1 named', 'k2', 'k3']);
  });

  it('say where the news begins, and name its author', () => {
    const messages = [
      message(1, 'a', '2026-11-23T10:00:00Z'),
      message(2, 'a', '2026-11-23T10:01:00Z'),
      message(3, 'a', '2026-11-24T10:00:00Z'),
    ];
    expect(shape({ messages, unreadFrom: 2 })).toEqual([
      'day 2026-11-23',
      'k1 named',
      'unread',
      'k2 named',
      'day 2026-11-24',
      'k3 named',
    ]);
    expect(shape({ messages, unreadFrom: 3 }).slice(-3)).toEqual(['day 2026-11-24', 'unread', 'k3 named']);
  });

  it('are the same objects until something of them changes', () => {
    const messages = [message(1, 'a', '2026-11-23T10:00:00Z'), message(2, 'b', '2026-11-23T10:01:00Z')];
    const source = { messages, pageStarts: [], unreadFrom: undefined, timeZone: 'UTC' };
    const rows = messageRows(source);
    const edited = messageRows({ ...source, messages: [messages[0]!, { ...messages[1]!, version: 2 }] });
    expect(edited[1]).toBe(rows[1]);
    expect(edited[2]).not.toBe(rows[2]);
  });

  it('are found by message, and gone through from message to message', () => {
    const messages = [message(1, 'a', '2026-11-23T10:00:00Z'), message(2, 'b', '2026-11-24T10:01:00Z')];
    const rows = messageRows({ messages, pageStarts: [], unreadFrom: 2, timeZone: 'UTC' });
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'unread', 'message']);
    expect([rowOf(rows, 'm2'), rowOf(rows, 1), rowOf(rows, 'm3')]).toEqual([4, 1, -1]);
    expect(messageRowBeside(rows, 1, 1)).toBe(4);
    expect(messageRowBeside(rows, 4, -1)).toBe(1);
    expect(messageRowBeside(rows, 4, 1)).toBe(-1);
  });
});
