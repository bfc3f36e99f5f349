import type { ChannelEvent } from './events.js';

/** What an event is about, as the hub remembers it; nothing is known of one that is not there any more. */
export function subjectOf(event: ChannelEvent): string | undefined {
  switch (event.kind) {
    case 'topic.changed':
      return event.topicId;
    case 'channel.changed':
      return event.channel.id;
    case 'member.joined':
      return event.person.id;
    case 'member.left':
    case 'person.erased':
      return event.personId;
    case 'milestone.changed':
      return event.milestone.id;
    case 'visit.changed':
      return event.visit.id;
    case 'plan.changed':
      return event.networkId;
    case 'question.changed':
    case 'answer.posted':
      return event.questionId;
    case 'event.gone':
      return undefined;
    default:
      // A newer hub may tell of what is not known here.
      return 'message' in event ? event.message.id : undefined;
  }
}
