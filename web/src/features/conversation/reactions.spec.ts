import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hub/contracts';
import { reactedBy, withReaction } from './reactions';

const amara = { id: 'a', name: 'Amara Banda', initials: 'AB' };
const bo = { id: 'b', name: 'Bo Ek', initials: 'BE' };

const message: Message = {
  id: 'm1',
  channelId: 'c1',
  topicId: 't1',
  seq: 1,
  changedSeq: 1,
  version: 1,
  clientId: 'x1',
  author: amara,
  body: 'The pump runs.',
  language: null,
  mentions: [],
  sentAt: '2026-01-01T00:00:00.000Z',
};

describe('a reaction', () => {
  it('is set and taken back, each person once', () => {
    const thanked = withReaction(withReaction(message, amara, 'thanks', true), bo, 'thanks', true);
    expect(thanked.reactions).toEqual([
      {
        reaction: 'thanks',
        people: [
          { id: 'a', name: 'Amara Banda' },
          { id: 'b', name: 'Bo Ek' },
        ],
      },
    ]);
    expect(reactedBy(thanked, 'b', 'thanks')).toBe(true);
    expect(withReaction(thanked, bo, 'thanks', true)).toBe(thanked);
    expect(withReaction(withReaction(thanked, bo, 'thanks', false), amara, 'thanks', false)).toEqual(message);
  });

  it('keeps its place among others', () => {
    let reacted = withReaction(message, amara, 'seen', true);
    reacted = withReaction(reacted, amara, 'done', true);
    reacted = withReaction(reacted, bo, 'seen', true);
    expect(reacted.reactions?.map(({ reaction }) => reaction)).toEqual(['seen', 'done']);
  });
});
