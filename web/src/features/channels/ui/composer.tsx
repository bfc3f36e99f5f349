/** Where a message is written: a text that grows, mentions by @, the language it is in, and a draft that is never lost. */
import type { ChannelMember, maxBodyLength, maxTitleLength } from '@hub/contracts';
import { SendHorizontal } from 'lucide-react';
import {
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type Ref,
} from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import { withText, type Written } from '../drafts';
import { toTokens } from '../mention-tokens';
import { useDraft } from '../use-draft';
import { useMentions } from '../use-mentions';
import styles from './composer.module.css';
import { LanguageChoice } from './language-choice';
import { MentionListbox } from './mention-listbox';

const longestBody: typeof maxBodyLength = 10_000;
const longestTitle: typeof maxTitleLength = 120;
const warnFrom = 9_000;

export interface ComposerHandle {
  /** Puts a text that was not sent back where it was written. */
  restore(written: Written): void;
  focus(): void;
}

interface Props {
  ref?: Ref<ComposerHandle>;
  readerId: string;
  /** The conversation that the draft belongs to. */
  conversation: string;
  people: readonly ChannelMember[];
  label: string;
  sendLabel: string;
  /** Asks for the title of a new topic too. */
  titled?: boolean;
  /** Resolves when the message is safe on this device. */
  onSend(written: Written): Promise<unknown>;
  onCancel?(): void;
}

export function Composer(props: Props) {
  const { ref, readerId, conversation, people, label, sendLabel, titled = false, onSend, onCancel } = props;
  const t = useT();
  const id = useId();
  const { draft, kept, change, clear } = useDraft(readerId, conversation);
  const [missing, setMissing] = useState<'title' | 'text'>();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const caretAfter = useRef<number>(undefined);
  const byTouch = useByTouch();

  const others = people.filter((person) => person.id !== readerId);
  const mentions = useMentions({
    people: others,
    text: draft.text,
    onChoose: ({ text, caret }, person) => {
      caretAfter.current = caret;
      change({ text, chosen: { ...draft.chosen, [person.name]: person.id } });
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
    focus: () => (titled ? title.current : textarea.current)?.focus(),
    restore: (written) => {
      change(withText(draft, written, people));
      textarea.current?.focus();
    },
  }));

  const body = toTokens(draft.text.trim(), people, draft.chosen);
  const left = longestBody - body.length;
  const nearEnd = left >= 0 && body.length >= warnFrom;
  const topicTitle = draft.title?.trim();

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (titled && !topicTitle) {
      setMissing('title');
      title.current?.focus();
      return;
    }
    if (body === '') {
      if (titled) setMissing('text');
      textarea.current?.focus();
      return;
    }
    if (left < 0) {
      announce(t('channels.letters_over', { count: -left }));
      return;
    }
    setMissing(undefined);
    mentions.close();
    clear(onSend({ body, ...(titled && { topicTitle }), ...(draft.language && { language: draft.language }) }));
    textarea.current?.focus();
  };

  const problem =
    left < 0
      ? t('channels.letters_over', { count: -left })
      : missing === 'text'
        ? t('channels.required_text')
        : kept
          ? undefined
          : t('channels.draft_not_kept');

  return (
    <form className={styles.composer} data-titled={titled || undefined} onSubmit={send} noValidate>
      {titled && (
        <div className={styles.field}>
          <label htmlFor={`${id}-title`}>{t('channels.new_topic_title')}</label>
          <p id={`${id}-title-hint`} className={styles.hint}>
            {t('channels.new_topic_title_hint')}
          </p>
          {missing === 'title' && (
            <p id={`${id}-title-problem`} className={styles.problem}>
              {t('channels.required_title')}
            </p>
          )}
          <input
            ref={title}
            id={`${id}-title`}
            className={styles.title}
            value={draft.title ?? ''}
            maxLength={longestTitle}
            autoComplete="off"
            aria-required
            aria-invalid={missing === 'title'}
            aria-describedby={`${id}-title-hint ${missing === 'title' ? `${id}-title-problem` : ''}`}
            onChange={(event) => {
              change({ title: event.target.value });
              if (missing === 'title') setMissing(undefined);
            }}
          />
        </div>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-text`} className={titled ? undefined : 'visually-hidden'}>
          {label}
        </label>
        <div className={styles.writing}>
          {mentions.open && <MentionListbox list={mentions} />}
          <textarea
            ref={textarea}
            id={`${id}-text`}
            className={styles.text}
            value={draft.text}
            rows={1}
            placeholder={titled ? undefined : t('channels.write')}
            lang={draft.language}
            dir="auto"
            enterKeyHint={byTouch ? 'enter' : 'send'}
            aria-invalid={left < 0 || missing === 'text'}
            aria-describedby={`${id}-hint ${problem ? `${id}-problem` : ''}`}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={mentions.open ? mentions.id : undefined}
            aria-activedescendant={mentions.open ? mentions.optionId(mentions.active) : undefined}
            onChange={(event) => {
              change({ text: event.target.value });
              mentions.follow(event.target.selectionStart);
              if (missing === 'text') setMissing(undefined);
            }}
            onSelect={(event) => mentions.open && mentions.follow(event.currentTarget.selectionStart)}
            onBlur={mentions.close}
            onKeyDown={(event) => {
              if (mentions.takeKey(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              const asked = event.ctrlKey || event.metaKey;
              if (!asked && (event.shiftKey || byTouch || titled)) return;
              event.preventDefault();
              send();
            }}
          />
        </div>
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <p id={`${id}-hint`} className={styles.hint} data-length={nearEnd || undefined}>
          {nearEnd
            ? t('channels.letters_left', { count: left })
            : t(byTouch || titled ? 'channels.hint_button' : 'channels.hint_enter')}
        </p>
        <LanguageChoice value={draft.language} onChange={(language) => change({ language })} />
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('channels.new_topic_cancel')}
          </Button>
        )}
        <Button type="submit" look="primary">
          <SendHorizontal aria-hidden size={18} />
          {sendLabel}
        </Button>
      </div>
    </form>
  );
}

/** Whether letters come from a keyboard on the screen, whose Enter makes a line. */
function useByTouch(): boolean {
  const [byTouch] = useState(() => matchMedia('(hover: none) and (pointer: coarse)').matches);
  return byTouch;
}
