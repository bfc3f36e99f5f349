/** The list that opens while an @ or a # is typed; what it offers, and what keys do while it is open. */
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { Mentionable } from '../messages';
import { findMention, insertMention, matchPeople } from './mention-tokens';

/** What a # may mean: a name for the list of it, and what it offers for what was typed, best first. */
export interface Marks<P> {
  label: string;
  match(query: string): readonly P[];
}

export interface MentionList<P extends Mentionable> {
  id: string;
  /** What is in it, where that is no people. */
  label: string | undefined;
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
  /** Nothing until a # was typed. */
  marks: Marks<P> | undefined;
  text: string;
  /** The new text, where the caret belongs, and who was chosen. */
  onChoose(change: { text: string; caret: number }, person: P): void;
}

export function useMentions<P extends Mentionable>({ people, marks, text, onChoose }: Given<P>): MentionList<P> {
  const id = useId();
  const [caret, setCaret] = useState<number>();
  const [dismissed, setDismissed] = useState<number>();
  const [active, setActive] = useState(0);
  const found = useMemo(() => (caret === undefined ? undefined : findMention(text, caret)), [text, caret]);
  const marked = found && text[found.from] === '#';
  const options = useMemo(() => {
    if (found === undefined || found.from === dismissed) return [];
    return marked ? (marks?.match(found.query) ?? []) : matchPeople(people, found.query);
  }, [people, marks, marked, found, dismissed]);
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
    label: marked ? marks?.label : undefined,
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
