/** Where a message is written: the text, whom it answers, the language it is in, and a draft that is never lost. */
import type { ChannelPage, maxTitleLength } from '@hub/contracts';
import { SendHorizontal } from 'lucide-react';
import { lazy, Suspense, useId, useImperativeHandle, useRef, useState, type FormEvent, type Ref } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import { longestBody, withText, type Answered, type Draft, type Written } from '../drafts';
import { loadWritingTools } from '../load-tools';
import { groupsIn, toTokens } from '../mention-tokens';
import { useCallable } from '../use-callable';
import { useDraft } from '../use-draft';
import { AnsweredBar } from './answered-bar';
import styles from './writing.module.css';
import { LanguageChoice } from './language-choice';
import { useByTouch } from './use-by-touch';
import { WritingField, type WritingHandle } from './writing-field';

const GroupReach = lazy(async () => ({ default: (await loadWritingTools()).GroupReach }));

const longestTitle: typeof maxTitleLength = 120;
const warnFrom = 9_000;

export interface ComposerHandle {
  /** Puts a text that was not sent back where it was written. */
  restore(written: Written, answers?: Answered): void;
  /** Begins an answer to a message. */
  answer(answered: Answered): void;
  focus(): void;
}

interface Props {
  ref?: Ref<ComposerHandle>;
  readerId: string;
  channel: Omit<ChannelPage, 'topics'>;
  /** The conversation that the draft belongs to. */
  conversation: string;
  label: string;
  sendLabel: string;
  /** Asks for the title of a new topic too. */
  titled?: boolean;
  /** Resolves when the message is safe on this device. */
  onSend(written: Written): Promise<unknown>;
  onCancel?(): void;
  /** Whenever a letter was written. */
  onTyped?(): void;
  onEscape?(): void;
  onUp?(): void;
}

export function Composer(props: Props) {
  const { ref, readerId, channel, conversation, label, sendLabel, titled = false, onSend, onCancel } = props;
  const t = useT();
  const id = useId();
  const { draft, kept, change, clear } = useDraft(readerId, conversation);
  const { callable, groups, known, marks } = useCallable(channel, readerId, draft.text);
  const [missing, setMissing] = useState<'title' | 'text'>();
  const text = useRef<WritingHandle>(null);
  const title = useRef<HTMLInputElement>(null);
  const byTouch = useByTouch();

  useImperativeHandle(ref, () => ({
    focus: () => (titled ? title.current : text.current)?.focus(),
    answer: (answers) => {
      change({ answers });
      text.current?.focus();
    },
    restore: (written, answers) => {
      change({ ...withText(draft, written, known), answers: draft.answers ?? answers });
      text.current?.focus();
    },
  }));

  const body = toTokens(draft.text.trim(), known, draft.chosen);
  const called = groupsIn(body, groups);
  const left = longestBody - body.length;
  const nearEnd = left >= 0 && body.length >= warnFrom;
  const topicTitle = draft.title?.trim();

  const write = (part: Partial<Draft>) => {
    change(part);
    if (part.text) props.onTyped?.();
    if (missing === 'text') setMissing(undefined);
  };

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (titled && !topicTitle) {
      setMissing('title');
      title.current?.focus();
      return;
    }
    if (body === '') {
      if (titled) setMissing('text');
      text.current?.focus();
      return;
    }
    if (left < 0) {
      announce(t('channels.letters_over', { count: -left }));
      return;
    }
    setMissing(undefined);
    const written: Written = {
      body,
      ...(titled && { topicTitle }),
      ...(draft.language && { language: draft.language }),
      ...(draft.answers && { replyToId: draft.answers.id }),
    };
    clear(onSend(written));
    text.current?.focus();
  };

  const escape = () => (draft.answers ? change({ answers: undefined }) : props.onEscape?.());

  const problem =
    left < 0
      ? t('channels.letters_over', { count: -left })
      : missing === 'text'
        ? t('channels.required_text')
        : kept
          ? undefined
          : t('channels.draft_not_kept');
  const described = [
    draft.answers && `${id}-answered`,
    channel.sensitive && `${id}-sensitive`,
    `${id}-hint`,
    problem && `${id}-problem`,
  ];

  return (
    <form className={styles.composer} data-titled={titled || undefined} onSubmit={send} noValidate>
      {channel.sensitive && (
        <p id={`${id}-sensitive`} className={styles.sensitive}>
          {t('channels.sensitive_hint')}
        </p>
      )}
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
      {draft.answers && (
        <AnsweredBar id={`${id}-answered`} answered={draft.answers} onRemove={() => change({ answers: undefined })} />
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-text`} className={titled ? undefined : 'visually-hidden'}>
          {label}
        </label>
        <WritingField
          ref={text}
          id={`${id}-text`}
          draft={draft}
          callable={callable}
          marks={marks}
          placeholder={titled ? undefined : t('channels.write')}
          invalid={left < 0 || missing === 'text'}
          describedBy={described.filter(Boolean).join(' ')}
          enterIsLine={titled}
          change={write}
          onSend={send}
          onEscape={escape}
          onUp={props.onUp}
        />
      </div>
      {called.length > 0 && (
        <Suspense>
          <GroupReach channelId={channel.id} groups={called} />
        </Suspense>
      )}
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
