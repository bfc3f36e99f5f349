/** Closing a question: as asked before, with the one it is the same as; as withdrawn; or because there is no answer. */
import type { ClosedAs, QuestionPage } from '@hub/contracts';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Field, inputClass } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useRefresh, useSimilar } from '../use-questions';
import { useSettled } from '../use-settled';
import { ReasonForm } from './reason-form';
import { SimilarTitle } from './similar-list';
import boxes from './boxes.module.css';
import styles from './close-form.module.css';

export function CloseForm({ page, onDone }: { page: QuestionPage; onDone(): void }) {
  const t = useT();
  const hub = useHub();
  const { id: questionId, may } = page;
  const [as, setAs] = useState<ClosedAs>(may.close[0] ?? 'withdrawn');
  const inputOf = (reason: string) => ({ questionId, as, reason, duplicateOf: null });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={box} className={boxes.panel} role="group" aria-label={t('questions.close')}>
      <fieldset className={forms.group}>
        <legend>{t('questions.close_as')}</legend>
        {may.close.map((one) => (
          <label key={one} className={forms.choice}>
            <input type="radio" name="close-as" checked={as === one} onChange={() => setAs(one)} />
            <span>{t(`question_closed.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {as === 'duplicate' ? (
        <Duplicate page={page} onDone={onDone} />
      ) : (
        <ReasonForm
          questionId={questionId}
          name="close"
          label={t(as === 'no_answer' ? 'questions.close_why_no_answer' : 'questions.close_why')}
          required={as === 'no_answer'}
          within
          button={t('questions.close')}
          input={inputOf}
          send={(reason) => hub.call('question.close', inputOf(reason))}
          said={t('questions.closed')}
          onDone={onDone}
        />
      )}
    </div>
  );
}

interface DuplicateProps {
  page: QuestionPage;
  onDone(): void;
}

function Duplicate({ page, onDone }: DuplicateProps) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { id: questionId, title, language } = page;
  const [words, setWords] = useState(title);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const similar = useSimilar(useSettled(words), language, questionId);
  const { data } = similar;
  const found = (data ?? []).filter(({ of }) => of === 'question');
  const close = async (duplicateOf: string) => {
    setBusy(true);
    setError(undefined);
    try {
      await hub.call('question.close', { questionId, as: 'duplicate', reason: '', duplicateOf });
      await refresh();
      announce(t('questions.closed'));
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={boxes.within}>
      <Field label={t('questions.duplicate_search')}>
        {(control) => (
          <input
            {...control}
            type="search"
            className={inputClass}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className={pages.hint}>
        {data ? t('questions.duplicate_found', { count: found.length }) : ''}
      </p>
      {similar.error && <Failed error={similar.error} onRetry={() => void similar.refetch()} />}
      {found.length > 0 && (
        <ul className={styles.candidates}>
          {found.map((one) => (
            <li key={one.key}>
              <span>
                <SimilarTitle of={one} /> <span lang="en">{one.networkName}</span>
              </span>
              <Button
                busy={busy}
                aria-label={t('questions.duplicate_of', { title: one.title })}
                onClick={() => void close(one.key)}
              >
                {t('questions.duplicate')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <Failed error={error} />}
      <div>
        <Button look="quiet" onClick={onDone}>
          {t('questions.cancel')}
        </Button>
      </div>
    </div>
  );
}
