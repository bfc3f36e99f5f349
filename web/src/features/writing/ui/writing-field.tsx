/** The text of a message while it is written: it grows, and an @ or a # opens the list of those it may mean. */
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import type { Draft } from '../drafts';
import { marks as keys, nextPoint, toggleMark, type Replacement } from '../marks';
import type { Callable } from '../mention-tokens';
import { useMentions, type Marks } from '../use-mentions';
import styles from './writing.module.css';
import { MentionListbox } from './mention-listbox';
import { useByTouch } from './use-by-touch';

export interface WritingHandle {
  focus(): void;
}

interface Props {
  ref?: Ref<WritingHandle>;
  id: string;
  draft: Draft;
  /** Whom an @ may mean. */
  callable: readonly Callable[];
  /** What a # may mean. */
  marks: Marks<Callable> | undefined;
  placeholder?: string | undefined;
  invalid: boolean;
  describedBy: string;
  /** Enter makes a line; only together with Ctrl does it send. */
  enterIsLine?: boolean;
  change(part: Partial<Draft>): void;
  onSend(): void;
  onEscape?(): void;
  /** Arrow up in an empty text. */
  onUp?(): void;
}

export function WritingField(props: Props) {
  const { ref, id, draft, callable, marks, placeholder, invalid, describedBy, enterIsLine = false, change } = props;
  const t = useT();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number>(undefined);
  const byTouch = useByTouch();

  const mentions = useMentions({
    people: callable,
    marks,
    text: draft.text,
    onChoose: ({ text, caret }, one) => {
      caretAfter.current = caret;
      change({ text, chosen: { ...draft.chosen, [one.name]: one.id } });
    },
  });
  const found = mentions.open ? mentions.options.length : 0;
  useEffect(() => {
    if (found > 0) announce(t('channels.mention_found', { count: found }));
  }, [found, t]);

  useLayoutEffect(() => {
    const field = textarea.current;
    if (!field) return;
    if (!CSS.supports('field-sizing', 'content')) {
      field.style.blockSize = 'auto';
      field.style.blockSize = `${field.scrollHeight + 2}px`;
    }
    if (caretAfter.current === undefined) return;
    field.focus();
    field.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  }, [draft.text]);

  useImperativeHandle(ref, () => ({
    focus: () => {
      const field = textarea.current;
      field?.focus();
      // Whoever comes back goes on where the text ends.
      field?.setSelectionRange(field.value.length, field.value.length);
    },
  }));

  const send = () => {
    mentions.close();
    props.onSend();
  };

  /** By the browser's own insertion, so that it can be undone like anything typed. */
  const replace = ({ from, to, text, selected }: Replacement) => {
    const field = textarea.current;
    if (!field) return;
    field.setSelectionRange(from, to);
    const done = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    if (!done) field.setRangeText(text);
    if (!done) change({ text: field.value });
    field.setSelectionRange(...selected);
  };

  /** What a key does to the text itself, if anything. */
  const replacementBy = (
    { key, currentTarget, altKey, shiftKey }: KeyboardEvent<HTMLTextAreaElement>,
    asked: boolean,
  ) => {
    const { value, selectionStart, selectionEnd } = currentTarget;
    const mark = asked && !altKey && !shiftKey ? keys[key.toLowerCase()] : undefined;
    if (mark !== undefined) return toggleMark(value, selectionStart, selectionEnd, mark);
    return key === 'Enter' && selectionStart === selectionEnd ? nextPoint(value, selectionStart) : undefined;
  };

  return (
    <div className={styles.writing}>
      {mentions.open && <MentionListbox list={mentions} />}
      <textarea
        ref={textarea}
        id={id}
        className={styles.text}
        value={draft.text}
        rows={1}
        placeholder={placeholder}
        lang={draft.language}
        dir="auto"
        enterKeyHint={byTouch ? 'enter' : 'send'}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={mentions.open ? mentions.id : undefined}
        aria-activedescendant={mentions.open ? mentions.optionId(mentions.active) : undefined}
        onChange={(event) => {
          change({ text: event.target.value });
          mentions.follow(event.target.selectionStart);
        }}
        onSelect={(event) => mentions.open && mentions.follow(event.currentTarget.selectionStart)}
        onBlur={mentions.close}
        onKeyDown={(event) => {
          if (mentions.takeKey(event) || event.nativeEvent.isComposing) return;
          const asked = event.ctrlKey || event.metaKey;
          const sends = event.key === 'Enter' && (asked || !(event.shiftKey || byTouch || enterIsLine));
          const replacement = sends ? undefined : replacementBy(event, asked);
          if (sends) send();
          else if (replacement) replace(replacement);
          else if (event.key === 'Escape' && props.onEscape) props.onEscape();
          else if (event.key === 'ArrowUp' && draft.text === '' && props.onUp) props.onUp();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}
