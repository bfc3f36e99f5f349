/** What a reader may do with a message or a topic. The hub decides; this only leaves out what it would refuse. */
import type { ChannelPage, Message, Topic } from '@hub/contracts';

type Place = Pick<ChannelPage, 'may' | 'archived' | 'kind'>;

export function messageRights(message: Message, readerId: string, { may, archived }: Place) {
  const own = message.author.id === readerId;
  const there = message.removed === undefined;
  return {
    react: there && !archived,
    answer: there && may.post,
    edit: there && own && may.post,
    /** At once when it is one's own, with a reason when it is another's. */
    remove: !there ? undefined : own ? ('own' as const) : may.moderate ? ('other' as const) : undefined,
    pin: there && may.post,
    history: there && message.editedAt !== undefined,
    /** The coordinator needs nobody to look. */
    report: there && !own && !may.moderate,
  };
}

/** What is said in a closed group stays there; a direct conversation has one topic, which nobody needs to look after. */
export function topicRights(topic: Topic, readerId: string, { may, kind }: Place) {
  const open = kind === 'thematic' || kind === 'announcements';
  return {
    rename: may.post && kind !== 'direct',
    resolve: may.post && kind !== 'direct',
    move: open && may.post && (may.manage || topic.createdBy === readerId),
  };
}

type Target = Pick<ChannelPage, 'id' | 'kind' | 'archived' | 'sensitive'>;

/** Where a topic may go, as far as that can be told without asking. */
export function mayTake(from: Target, to: Target): boolean {
  const writable = !to.archived && to.kind !== 'announcements' && to.kind !== 'direct';
  return to.id !== from.id && writable && (!from.sensitive || to.sensitive);
}
