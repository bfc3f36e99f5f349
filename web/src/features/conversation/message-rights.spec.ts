import { describe, expect, it } from '@jest/globals';
import type { ChannelRights, Message, Topic } from '@hub/contracts';
import { mayTake, messageRights, topicRights } from './message-rights';

const may: ChannelRights = { post: true, mentionGroups: false, manage: false, moderate: false, leave: true };
const open = { may, archived: false, kind: 'thematic' } as const;
const message = { id: 'm1', author: { id: 'a', name: 'Amara Banda', initials: 'AB' } } as Message;

describe('with a message', () => {
  it('its author may do everything but report it', () => {
    const rights = messageRights(message, 'a', open);
    expect(rights).toMatchObject({ react: true, answer: true, edit: true, remove: 'own', pin: true, report: false });
  });

  it('others may answer, react, pin and report it; only a moderator removes it', () => {
    expect(messageRights(message, 'b', open)).toMatchObject({ edit: false, remove: undefined, report: true });
    expect(messageRights(message, 'b', { ...open, may: { ...may, moderate: true } }).remove).toBe('other');
  });

  it('readers of announcements react, and nobody does in a closed channel', () => {
    const reads = { ...open, may: { ...may, post: false } };
    expect(messageRights(message, 'b', reads)).toMatchObject({ react: true, answer: false, pin: false });
    const closed = { ...reads, archived: true };
    expect(messageRights(message, 'a', closed)).toMatchObject({ react: false, edit: false, remove: 'own' });
  });

  it('nothing is left once it is removed', () => {
    const gone = { ...message, editedAt: 'x', removed: { by: 'author' as const, reason: '' } };
    expect(Object.values(messageRights(gone, 'a', open)).filter(Boolean)).toEqual([]);
    expect(messageRights({ ...message, editedAt: 'x' }, 'b', open).history).toBe(true);
  });
});

describe('a topic', () => {
  const topic = { id: 't', createdBy: 'a' } as Topic;

  it('is renamed and settled by those who write, moved by who opened it or looks after the channel', () => {
    expect(topicRights(topic, 'a', open)).toEqual({ rename: true, resolve: true, move: true });
    expect(topicRights(topic, 'b', open).move).toBe(false);
    expect(topicRights(topic, 'b', { ...open, may: { ...may, manage: true } }).move).toBe(true);
    expect(topicRights(topic, 'a', { ...open, kind: 'steering_group' }).move).toBe(false);
    expect(topicRights(topic, 'a', { ...open, kind: 'direct' })).toEqual({
      rename: false,
      resolve: false,
      move: false,
    });
  });

  it('goes where it is written, and what is sensitive to where it is treated so', () => {
    const water = { id: 'w', kind: 'thematic', archived: false, sensitive: false } as const;
    expect(mayTake(water, water)).toBe(false);
    expect(mayTake(water, { ...water, id: 'x' })).toBe(true);
    expect(mayTake(water, { ...water, id: 'x', archived: true })).toBe(false);
    expect(mayTake({ ...water, sensitive: true }, { ...water, id: 'x' })).toBe(false);
    expect(mayTake(water, { ...water, id: 'x', kind: 'direct' })).toBe(false);
  });
});
