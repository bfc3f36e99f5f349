/** Giving a question of the queue to somebody in one line. The focus goes on to the next question. */
import type { Answerer, QuestionCard } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Field, inputClass } from '../../../ui';
import { useRefresh } from '../use-questions';
import { AnswererOptions } from './answerer-options';
import styles from './questions.module.css';

export function GiveLine({ question, answerers }: { question: QuestionCard; answerers: readonly Answerer[] }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { id: questionId, title, responsible } = question;
  const [personId, setPersonId] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const others = answerers.filter(({ id }) => id !== responsible?.id);
  const give = async () => {
    const next = nextOf(questionId);
    setBusy(true);
    setError(undefined);
    try {
      await hub.call('question.assign', { questionId, personId });
      await refresh();
      announce(t('questions.given', { name: others.find(({ id }) => id === personId)?.name ?? '' }));
      requestAnimationFrame(() => (document.getElementById(next ?? '') ?? document.getElementById('open'))?.focus());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setMissing(personId === '');
        if (personId === '') document.getElementById(`give-${questionId}`)?.focus();
        else void give();
      }}
    >
      <div className={styles.give}>
        <Field
          id={`give-${questionId}`}
          label={t('questions.give_whom')}
          problem={missing ? t('questions.give_missing') : undefined}
        >
          {(control) => (
            <select
              {...control}
              className={inputClass}
              data-give
              value={personId}
              onChange={(event) => {
                setPersonId(event.target.value);
                setMissing(false);
              }}
            >
              <option value="">{t('questions.choose')}</option>
              <AnswererOptions of={others} />
            </select>
          )}
        </Field>
        <Button type="submit" busy={busy} aria-label={t('questions.give_of', { title })}>
          {t('questions.give_button')}
        </Button>
      </div>
      {error !== undefined && <Failed error={error} />}
    </form>
  );
}

/** The choice of the question that comes after this one, else of the one before. */
function nextOf(questionId: string): string | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-give]')].map(({ id }) => id);
  const at = all.indexOf(`give-${questionId}`);
  return all[at + 1] ?? all[at - 1];
}
