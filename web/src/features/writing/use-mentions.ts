/** The list of people that opens while an @ is typed; what it offers, and what keys do while it is open. */
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { Mentionable } from '../messages';
import { findMention, insertMention, matchPeople } from './mention-tokens';

export interface MentionList<P extends Mentionable> {
  id: string;
  open: boolean;
  options: readonly P[];
  active: number;
  optionId(index: number): string;
  /** The caret moved, or the text changed under it. */
  follow(caret: number): void;
  close(): void;
  setActive(index: number): void;
  /** True when the key was meant for the list. */
  takeKey(event: KeyboardEvent): boolean;
  choose(index: number): void;
}

interface Given<P> {
  people: readonly P[];
  text: string;
  /** The new text, where the caret belongs, and who was chosen. */
  onChoose(change: { text: string; caret: number }, person: P): void;
}

export function useMentions<P extends Mentionable>({ people, text, onChoose }: Given<P>): MentionList<P> {
  const id = useId();
  const [caret, setCaret] = useState<number>();
  const [dismissed, setDismissed] = useState<number>();
  const [active, setActive] = useState(0);
  const found = useMemo(() => (caret === undefined ? undefined : findMention(text, caret)), [text, caret]);
  const options = useMemo(
    () => (found === undefined || found.from === dismissed ? [] : matchPeople(people, found.query)),
    [people, found, dismissed],
  );
  const open = options.length > 0;
  const at = Math.min(active, options.length - 1);

  const choose = (index: number) => {
    const person = options[index];
    if (person === undefined || found === undefined || caret === undefined) return;
    setCaret(undefined);
    onChoose(insertMention(text, caret, found.from, person.name), person);
  };

  return {
    id,
    open,
    options,
    active: at,
    optionId: (index) => `${id}-${index}`,
    follow: (next) => {
      if (next !== caret) setActive(0);
      setCaret(next);
      const from = findMention(text, next)?.from;
      setDismissed((before) => (before === from ? before : undefined));
    },
    close: () => setCaret(undefined),
    setActive,
    choose,
    takeKey: (event) => {
      if (!open || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setActive((at + step + options.length) % options.length);
      else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose(at);
      else if (event.key === 'Escape') setDismissed(found?.from);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
