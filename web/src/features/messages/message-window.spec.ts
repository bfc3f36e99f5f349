import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hub/contracts';
import { firstUnread, openWindow, withNewer, withOlder } from './message-window';

const author = { id: 'a', name: 'Amara Banda', initials: 'AB' };
const reader = { id: 'r', name: 'Bo Ek', initials: 'BE' };

function message(seq: number): Message {
  const common = {
    channelId: 'c',
    changedSeq: seq,
    version: 1,
    language: null,
    mentions: [],
    body: `${seq}`,
    sentAt: '2026-11-24T10:00:00Z',
  };
  return { ...common, id: `m${seq}`, clientId: `k${seq}`, topicId: 't', seq, author };
}

const page = (seqs: number[], hasOlder: boolean, hasNewer: boolean) => ({
  messages: seqs.map((seq) => message(seq)),
  hasOlder,
  hasNewer,
});
const seqs = (window: { messages: readonly Message[] }) => window.messages.map(({ seq }) => seq);

describe('the loaded stretch of a conversation', () => {
  it('grows at both ends without doubles', () => {
    let window = openWindow(page([5, 7], true, true), 1);
    window = withOlder(window, page([2, 3, 5], false, true));
    expect(window).toMatchObject({ hasOlder: false, hasNewer: true, pageStarts: [2, 5] });
    window = withNewer(window, page([7, 9], true, false));
    expect(seqs(window)).toEqual([2, 3, 5, 7, 9]);
    expect(window).toMatchObject({ hasOlder: false, hasNewer: false });
  });

  it('knows the first message that was not read, where it is loaded', () => {
    const latest = openWindow(page([5, 7, 9], true, false), 1);
    expect(firstUnread(latest, 5, 'r')?.seq).toBe(7);
    expect(firstUnread(latest, 9, 'r')).toBeUndefined();
    expect(firstUnread(latest, 2, 'r')).toBeUndefined();
    expect(firstUnread({ ...latest, hasOlder: false }, 2, 'r')?.seq).toBe(5);
    const own = { ...latest, messages: [message(5), { ...message(7), author: reader }, message(9)] };
    expect(firstUnread(own, 5, 'r')?.seq).toBe(9);
  });
});
