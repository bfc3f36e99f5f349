/** What was answered, the accepted one first, and the form to answer. */
import { useEffect, useRef } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button, EmptyState } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { useWasBegun } from '../use-kept-form';
import type { PanelProps } from '../use-panel';
import { AnswerEntry } from './answer-entry';
import { AnswerForm } from './answer-form';
import { Unsent } from './unsent';

interface Props extends PanelProps {
  /** The message that it is answered with. */
  chosen: { message?: string; topic?: string };
  onAnswered(): void;
}

export function Answers({ page, panel, onPanel, chosen, onAnswered }: Props) {
  const t = useT();
  const { allAnswers, may, id, state } = page;
  const name = `question:answer:${id}:${chosen.message ?? ''}`;
  const [begun, leave] = useWasBegun(name, panel === 'answer');
  const open = may.answer && (panel === 'answer' || (panel === undefined && begun));
  const { id: readerId } = useProfile();
  const known = useRef(new Set(allAnswers.map((one) => one.id)));
  useEffect(() => {
    for (const one of allAnswers) {
      if (known.current.has(one.id)) continue;
      known.current.add(one.id);
      if (one.author.id !== readerId) announce(t('questions.answer_came', { name: one.author.name }));
    }
  }, [allAnswers, readerId, t]);
  const close = (leaveForm: () => void) => () => {
    leave();
    leaveForm();
    requestAnimationFrame(() => document.getElementById('answers')?.focus());
  };
  return (
    <section aria-labelledby="answers" className={pages.section}>
      <h2 id="answers" tabIndex={-1}>
        {t('questions.answers', { count: allAnswers.length })}
      </h2>
      {allAnswers.length === 0 && !open && (
        <EmptyState title={t(state === 'closed' ? 'questions.answers_none_closed' : 'questions.answers_none')}>
          {state !== 'closed' && t(may.answer ? 'questions.answers_none_you' : 'questions.answers_none_hint')}
        </EmptyState>
      )}
      {allAnswers.map((answer) => (
        <AnswerEntry key={answer.id} answer={answer} page={page} />
      ))}
      {!may.answer && <Unsent name={name} back="#answers" />}
      {open && (
        <AnswerForm
          key={chosen.message}
          page={page}
          chosen={chosen}
          asked={panel === 'answer'}
          onSent={close(onAnswered)}
          onLeave={close(() => onPanel(undefined))}
        />
      )}
      {may.answer && !open && allAnswers.length > 0 && (
        <Button onClick={() => onPanel('answer')}>{t('questions.answer_too')}</Button>
      )}
    </section>
  );
}
