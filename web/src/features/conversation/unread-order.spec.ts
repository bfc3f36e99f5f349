import { describe, expect, it } from '@jest/globals';
import type { UnreadList } from '@hub/contracts';
import { unreadBeside } from './unread-order';

const channel = (id: string, topicIds: string[], muted = false): UnreadList['channels'][number] => ({
  id,
  name: id,
  kind: 'thematic',
  muted,
  readFromSeq: 0,
  lastSeq: 0,
  network: { slug: 'climate', name: 'Climate' },
  topics: topicIds.map((topicId) => ({
    id: topicId,
    title: topicId,
    reading: { epoch: 0, seq: 0, unread: topicId.startsWith('read') ? 0 : 1 },
    lastSeq: 1,
    lastMessageAt: '2026-01-01T00:00:00.000Z',
    excerpt: '',
    lastAuthorName: 'Amara Banda',
  })),
});

describe('the way through what is unread', () => {
  const list = { channels: [channel('a', ['1', '2']), channel('b', ['3'], true), channel('c', ['read', '4'])] };

  it('goes through the channels in order and round again, leaving out what is muted and what is read', () => {
    expect(unreadBeside(list, '1', 1)).toBe('2');
    expect(unreadBeside(list, '2', 1)).toBe('4');
    expect(unreadBeside(list, '4', 1)).toBe('1');
    expect(unreadBeside(list, '1', -1)).toBe('4');
  });

  it('begins at an end when the open topic is read', () => {
    expect(unreadBeside(list, 'elsewhere', 1)).toBe('1');
    expect(unreadBeside(list, undefined, -1)).toBe('4');
  });

  it('leads nowhere when nothing else is unread', () => {
    expect(unreadBeside({ channels: [channel('a', ['1'])] }, '1', 1)).toBeUndefined();
    expect(unreadBeside({ channels: [] }, undefined, 1)).toBeUndefined();
  });
});
