/** The eight reactions, and how one's own changes a message before the hub has answered. */
import type { Message, PersonRef, Reaction } from '@hub/contracts';

export type Reactions = NonNullable<Message['reactions']>;

/** In the order they are offered and shown. */
export const reactionSigns: Readonly<Record<Reaction, string>> = {
  agree: '👍',
  thanks: '🙏',
  well_done: '👏',
  heart: '❤️',
  smile: '😄',
  idea: '💡',
  seen: '👀',
  done: '✅',
};

export const reactionNames = Object.keys(reactionSigns) as Reaction[];

export function reactedBy(message: Message, personId: string, reaction: Reaction): boolean {
  return message.reactions?.some((one) => one.reaction === reaction && isAmong(one.people, personId)) ?? false;
}

/** A message with a person's reaction set or taken back; the same message where that changes nothing. */
export function withReaction(message: Message, person: PersonRef, reaction: Reaction, on: boolean): Message {
  if (reactedBy(message, person.id, reaction) === on) return message;
  const others = message.reactions ?? [];
  const people = others.find((one) => one.reaction === reaction)?.people ?? [];
  const changed = on ? [...people, { id: person.id, name: person.name }] : people.filter(({ id }) => id !== person.id);
  const rest = others.filter((one) => one.reaction !== reaction);
  const place = others.findIndex((one) => one.reaction === reaction);
  const reactions =
    changed.length === 0 ? rest : rest.toSpliced(place < 0 ? rest.length : place, 0, { reaction, people: changed });
  const { reactions: _, ...bare } = message;
  return reactions.length === 0 ? bare : { ...bare, reactions };
}

function isAmong(people: Reactions[number]['people'], personId: string): boolean {
  return people.some(({ id }) => id === personId);
}
