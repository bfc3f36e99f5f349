/** Giving a question of the queue to somebody in one line. The focus goes on to the next question. */
import type { Answerer, PersonRef, QuestionCard } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Field, inputClass } from '../../../ui';
import { give } from '../given';
import { useRefresh } from '../use-questions';
import { AnswererOptions } from './answerer-options';
import { Meanwhile } from './meanwhile';
import styles from './give-line.module.css';

interface Props {
  question: QuestionCard;
  answerers: readonly Answerer[];
  /** Whom the reader has chosen, and who was answerable then. */
  chosen: { personId: string; insteadOf: PersonRef | null } | undefined;
  /** Empty for nobody. */
  onChoose(personId: string): void;
}

export function GiveLine({ question, answerers, chosen, onChoose }: Props) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { id: questionId, title, responsible } = question;
  const personId = chosen?.personId ?? '';
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const others = answerers.filter(({ id }) => id !== responsible?.id);
  const overtaken = chosen !== undefined && chosen.insteadOf?.id !== responsible?.id;
  const goOn = (next = nextOf(questionId)) =>
    requestAnimationFrame(() => (document.getElementById(next ?? '') ?? document.getElementById('open'))?.focus());
  const send = async () => {
    const next = nextOf(questionId);
    setBusy(true);
    setError(undefined);
    try {
      const isGiven = await give(hub, { questionId, personId, insteadOf: responsible?.id ?? null });
      await refresh();
      if (!isGiven) return;
      onChoose('');
      announce(t('questions.given', { name: others.find(({ id }) => id === personId)?.name ?? '' }));
      goOn(next);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      className={styles.line}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setMissing(personId === '');
        if (personId === '') document.getElementById(`give-${questionId}`)?.focus();
        else void send();
      }}
    >
      {overtaken && <Meanwhile responsible={responsible} />}
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
                onChoose(event.target.value);
                setMissing(false);
              }}
            >
              <option value="">{t('questions.choose')}</option>
              <AnswererOptions of={others} />
            </select>
          )}
        </Field>
        <Button
          type="submit"
          busy={busy}
          aria-label={t(overtaken ? 'questions.give_of_nonetheless' : 'questions.give_of', { title })}
        >
          {t(overtaken ? 'questions.give_nonetheless' : 'questions.give_button')}
        </Button>
        {overtaken && (
          <Button
            look="quiet"
            onClick={() => {
              goOn();
              onChoose('');
            }}
          >
            {t('questions.give_leave')}
          </Button>
        )}
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
