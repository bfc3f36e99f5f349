import { describe, expect, it } from '@jest/globals';
import type { ChannelPage, HubEvent, Message } from '@hub/contracts';
import { foldChannelPage } from './topic-list';

const author = { id: 'a', name: 'Amara Banda', initials: 'AB' };

function sent(seq: number, topicId: string): HubEvent {
  const message: Message = {
    id: `m${seq}`,
    channelId: 'c',
    topicId,
    seq,
    changedSeq: seq,
    version: 1,
    clientId: `k${seq}`,
    author,
    body: `Text\n${seq}`,
    language: null,
    mentions: [],
    sentAt: `2026-11-24T10:0${seq}:00Z`,
  };
  return { kind: 'message.sent', channelId: 'c', seq, topicTitle: `Topic ${topicId}`, message };
}

const empty = { id: 'c', lastSeq: 0, lastMessageAt: null, topics: [] as ChannelPage['topics'] } as ChannelPage;

describe('a channel after messages', () => {
  it('puts the topic with the latest message first', () => {
    const page = [sent(1, 'x'), sent(2, 'y'), sent(3, 'x')].reduce(foldChannelPage, empty);
    expect(page.topics.map(({ id, messages, excerpt }) => [id, messages, excerpt])).toEqual([
      ['x', 2, 'Text 3'],
      ['y', 1, 'Text 2'],
    ]);
    expect(page).toMatchObject({ lastSeq: 3, lastMessageAt: '2026-11-24T10:03:00Z' });
  });

  it('counts each message once', () => {
    const page = [sent(1, 'x'), sent(2, 'x')].reduce(foldChannelPage, empty);
    expect(foldChannelPage(page, sent(2, 'x'))).toBe(page);
    expect(foldChannelPage({ ...page, id: 'other' }, sent(3, 'x')).topics[0]?.messages).toBe(2);
  });
});
