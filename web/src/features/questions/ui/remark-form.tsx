/** Saying something that is no answer: asking the asker back, replying, or asking further. */
import type { QuestionPage } from '@hub/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { useProfile } from '../../session';
import { checkBy } from '../check-by';
import { speaksForAsker } from '../may';
import { useKeptForm } from '../use-kept-form';
import { useRefresh } from '../use-questions';
import { BodyField } from './body-field';
import { Kept } from './kept';
import boxes from './boxes.module.css';
import layout from './form.module.css';

interface Props {
  page: QuestionPage;
  asksBack: boolean;
  /** Opened by the reader, whom it takes along; else it opened by itself. */
  asked: boolean;
  onDone(): void;
}

export function RemarkForm({ page, asksBack, asked, onDone }: Props) {
  const { id: questionId, askedBy, state, pausedSince } = page;
  const t = useT();
  const reader = useProfile();
  const asks = speaksForAsker(reader, page);
  const replies = !asksBack && pausedSince !== null && asks;
  const words = asksBack
    ? ({ hint: 'questions.ask_back_hint', said: 'questions.ask_back_sent' } as const)
    : replies
      ? ({ hint: 'questions.reply_form_hint', said: 'questions.reply_sent' } as const)
      : state === 'answered' && asks
        ? ({ hint: 'questions.remark_hint_again', said: 'questions.remark_sent' } as const)
        : ({ hint: 'questions.remark_hint', said: 'questions.remark_sent' } as const);
  const hub = useHub();
  const refresh = useRefresh();
  const kept = useKeptForm<'id' | 'body'>(`question:${asksBack ? 'back' : 'remark'}:${questionId}`, () => ({
    id: uuid(),
    body: '',
  }));
  const form = useForm(['body'], checkBy('remark'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const takesAlong = useRef(asked);
  useEffect(() => {
    if (takesAlong.current) box.current?.querySelector('textarea')?.focus();
  }, [box]);
  const label = asksBack
    ? t('questions.ask_back_of', { name: askedBy.name })
    : t(replies ? 'questions.reply_title' : 'questions.remark');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const given = { questionId, ...kept.values, asksBack };
    void form.submit(given, async () => {
      await hub.call('question.remark', given);
      kept.forget();
      await refresh();
      announce(t(words.said));
      onDone();
    });
  };
  return (
    <form ref={box} noValidate className={`${boxes.panel} ${layout.form}`} aria-label={label} onSubmit={send}>
      <Kept form={kept} />
      <BodyField
        id="remark-body"
        rows={4}
        label={label}
        hint={t(words.hint)}
        problem={form.problem('body')}
        value={kept.values.body}
        onChange={(body) => {
          kept.set({ body });
          form.clear('body');
        }}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('questions.remark_send')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('questions.later')}
        </Button>
      </div>
    </form>
  );
}
