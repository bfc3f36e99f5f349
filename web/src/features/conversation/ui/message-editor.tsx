/**
 * A message in its writer's hand again, where it stands. What was changed is kept until it is saved, also when the editor
 * is left; a message that was changed elsewhere meanwhile is shown beside it, and the writer chooses.
 */
import type { Message } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useEffect, useId, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { idOf, labelOf, marksIn, useMarksCache } from '../../marks';
import { Button, failureText } from '../../../ui';
import { useConversationTools } from '../conversation-context';
import {
  type Draft,
  editOf,
  emptyDraft,
  fromTokens,
  LanguageChoice,
  longestBody,
  toTokens,
  useByTouch,
  useCallable,
  useDraft,
  WritingField,
  type WritingHandle,
} from '../../writing';
import { messageActions } from '../message-actions';
import { type Mentionable, useConversationCache } from '../../messages';
import writing from '../../writing/ui/writing.module.css';
import styles from './message-editor.module.css';
import { EditConflict } from './edit-conflict';

export function MessageEditor({ message }: { message: Message }) {
  const t = useT();
  const id = useId();
  const hub = useHub();
  const cache = useConversationCache();
  const { reader, channel, stopEditing } = useConversationTools();
  const marked = useMarked(message.body);
  const [original] = useState(() => draftOf(message, [...channel.members, ...marked]));
  const { draft, change, clear } = useDraft(reader.id, editOf(message.id), original);
  const { callable, known, marks } = useCallable(channel, reader.id, draft.text);
  const [fromBefore, setFromBefore] = useState(!isSame(draft, original));
  const [current, setCurrent] = useState<Message>();
  const [failure, setFailure] = useState<unknown>();
  const [saving, setSaving] = useState(false);
  const text = useRef<WritingHandle>(null);
  const byTouch = useByTouch();
  useEffect(() => text.current?.focus(), []);

  const body = toTokens(draft.text.trim(), known, draft.chosen);
  const left = longestBody - body.length;
  const leave = () => {
    if (isSame(draft, original)) clear(Promise.resolve());
    else announce(t('tools.edit_kept'));
    stopEditing(message);
  };
  const forget = () => {
    clear(Promise.resolve());
    stopEditing(message);
  };
  const save = async (version: number | undefined) => {
    if (body === '' || left < 0 || saving) return;
    if (body === message.body && draft.language === original.language) return forget();
    setSaving(true);
    setFailure(undefined);
    const { language } = draft;
    try {
      await messageActions(hub, cache).edit(message, version ?? message.version, {
        body,
        ...(language && { language }),
      });
      announce(t('tools.edited'));
      forget();
    } catch (error) {
      const isConflict = error instanceof Failure && error.code === 'CONFLICT';
      setSaving(false);
      if (isConflict) setCurrent(error.details.current as Message);
      else setFailure(error);
    }
  };

  return (
    <div className={writing.composer} data-editor>
      {current && (
        <EditConflict
          current={current}
          onMine={current.removed ? undefined : () => void save(current.version)}
          onCurrent={forget}
        />
      )}
      {fromBefore && !current && (
        <p className={writing.hint}>
          {t('tools.edit_from_before')}{' '}
          <button
            type="button"
            className={styles.inline}
            onClick={() => {
              change(draftOf(message, [...known, ...marked]));
              setFromBefore(false);
              text.current?.focus();
            }}
          >
            {t('tools.edit_afresh')}
          </button>
        </p>
      )}
      <label htmlFor={`${id}-text`} className="visually-hidden">
        {t('tools.edit_label')}
      </label>
      <WritingField
        ref={text}
        id={`${id}-text`}
        draft={draft}
        callable={callable}
        marks={marks}
        invalid={left < 0}
        describedBy={`${id}-hint`}
        change={change}
        onSend={() => void save(draft.version)}
        onEscape={leave}
      />
      {failure !== undefined && (
        <p role="alert" className={writing.problem}>
          {t('tools.edit_failed', { reason: failureText(t, failure) })}
        </p>
      )}
      <div className={writing.foot}>
        <p id={`${id}-hint`} className={writing.hint} data-length={left < 0 || undefined}>
          {left < 0
            ? t('channels.letters_over', { count: -left })
            : t(byTouch ? 'tools.edit_hint_touch' : 'tools.edit_hint')}
        </p>
        <LanguageChoice value={draft.language} onChange={(language) => change({ language })} />
        <Button look="quiet" onClick={leave}>
          {t('tools.cancel')}
        </Button>
        <Button look="primary" busy={saving} onClick={() => void save(draft.version)}>
          {t('tools.save')}
        </Button>
      </div>
    </div>
  );
}

/** What of the timeline the message names, as far as it is shown there. */
function useMarked(body: string): readonly Mentionable[] {
  const t = useT();
  const locale = useLocale();
  const formats = useFormats();
  const marks = useMarksCache().loaded(marksIn(body));
  return marks.map((mark) => ({ id: `#${mark.kind}:${idOf(mark)}`, name: labelOf(mark, locale, t, formats) }));
}

function draftOf({ body, language, version }: Message, people: readonly Mentionable[]): Draft {
  return { ...emptyDraft, ...fromTokens(body, people), ...(language && { language }), version };
}

function isSame(a: Draft, b: Draft): boolean {
  return a.text === b.text && a.language === b.language;
}
