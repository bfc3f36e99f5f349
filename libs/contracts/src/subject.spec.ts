import { expect, it } from '@jest/globals';
import type { ChannelEvent } from './events.js';
import { subjectOf } from './subject.js';

it('knows nothing of a kind that a newer hub tells', () => {
  expect(subjectOf({ kind: 'tea.made', seq: 1 } as unknown as ChannelEvent)).toBeUndefined();
});

/** The list test: TypeScript refuses it as long as a kind has no subject. */
const subjects: Record<ChannelEvent['kind'], string | undefined> = {
  'message.sent': 'm',
  'message.edited': 'm',
  'message.removed': 'm',
  'message.pinned': 'm',
  'reaction.changed': 'm',
  'topic.changed': 't',
  'channel.changed': 'c',
  'member.joined': 'p',
  'member.left': 'p',
  'person.erased': 'p',
  'milestone.changed': 'ms',
  'visit.changed': 'v',
  'plan.changed': 'n',
  'question.changed': 'q',
  'answer.posted': 'q',
  'event.gone': undefined,
};

it.each(Object.entries(subjects))('knows what %s is about', (kind, subject) => {
  const whole = {
    kind,
    message: { id: 'm' },
    topicId: 't',
    channel: { id: 'c' },
    person: { id: 'p' },
    personId: 'p',
    milestone: { id: 'ms' },
    visit: { id: 'v' },
    networkId: 'n',
    questionId: 'q',
  };
  expect(subjectOf(whole as unknown as ChannelEvent)).toBe(subject);
});
