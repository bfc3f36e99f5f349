/** What was answered, the accepted one first, and the form to answer. */
import { useT } from '../../../i18n';
import { Button, EmptyState } from '../../../ui';
import { useWasBegun } from '../use-kept-form';
import { AnswerEntry } from './answer-entry';
import { AnswerForm } from './answer-form';
import type { PanelProps } from './work';
import styles from './questions.module.css';

interface Props extends PanelProps {
  /** The message that it is answered with. */
  chosen: { message?: string; topic?: string };
}

export function Answers({ page, panel, onPanel, chosen }: Props) {
  const t = useT();
  const { allAnswers, may, id } = page;
  const [begun, leave] = useWasBegun(`question:answer:${id}:${chosen.message ?? ''}`, panel === 'answer');
  const open = may.answer && (panel === 'answer' || (panel === undefined && begun));
  return (
    <section aria-labelledby="answers" className={styles.section}>
      <h2 id="answers" tabIndex={-1}>
        {t('questions.answers', { count: allAnswers.length })}
      </h2>
      {allAnswers.length === 0 && !open && (
        <EmptyState title={t('questions.answers_none')}>
          {t(may.answer ? 'questions.answers_none_you' : 'questions.answers_none_hint')}
        </EmptyState>
      )}
      {allAnswers.map((answer) => (
        <AnswerEntry key={answer.id} answer={answer} page={page} />
      ))}
      {open && (
        <AnswerForm
          key={chosen.message}
          page={page}
          chosen={chosen}
          asked={panel === 'answer'}
          onDone={() => {
            leave();
            onPanel(undefined);
            requestAnimationFrame(() => document.getElementById('answers')?.focus());
          }}
        />
      )}
      {may.answer && !open && allAnswers.length > 0 && (
        <Button onClick={() => onPanel('answer')}>{t('questions.answer_too')}</Button>
      )}
    </section>
  );
}
