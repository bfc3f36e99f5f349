/** Changing what a question says. What somebody else changed meanwhile is shown beside one's own before either is lost. */
import { Failure } from '@hub/contracts/failure';
import type { QuestionPage } from '@hub/contracts';
import { useEffect, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Loading } from '../../../ui';
import { checkBy } from '../check-by';
import { changedBetween, changeOf, valuesOf, type QuestionField } from '../question-values';
import { useKeptForm } from '../use-kept-form';
import { useQuestionForm, useRefresh } from '../use-questions';
import { Conflict } from './conflict';
import { Kept } from './kept';
import { fieldLabels, QuestionFields } from './question-fields';
import boxes from './boxes.module.css';
import layout from './form.module.css';

const fields = ['title', 'body', 'language', 'summary', 'tagIds', 'visibility'] as const;

export function EditForm({ page, onDone }: { page: QuestionPage; onDone(): void }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { id: questionId, may } = page;
  const { data: choices, error, refetch } = useQuestionForm(page.network.slug);
  const kept = useKeptForm<QuestionField | 'version'>(`question:edit:${questionId}`, () => ({
    ...valuesOf(page),
    version: String(page.version),
  }));
  const { values, base } = kept;
  const [theirs, setTheirs] = useState<QuestionPage>();
  const form = useForm(fields, checkBy('change'));
  const isLoaded = choices !== undefined;
  useEffect(() => {
    if (isLoaded) document.getElementById(may.edit ? 'question-title' : 'question-summary')?.focus();
  }, [isLoaded, may.edit]);
  const give = () => {
    kept.forget();
    onDone();
  };
  const save = (version: number) => {
    const change = changeOf(values, base, version);
    if (!change) {
      announce(t('questions.edit_nothing'));
      return give();
    }
    void form.submit(change, async () => {
      try {
        await hub.call('question.change', change);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
        return setTheirs(await hub.call('question.read', { questionId }));
      }
      await refresh();
      announce(t('questions.saved'));
      give();
    });
  };
  return (
    <form
      noValidate
      className={`${boxes.panel} ${layout.asking}`}
      aria-label={t('questions.edit')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(theirs?.version ?? Number(base.version));
      }}
    >
      <ProblemSummary
        problems={fields.map((field) => ({
          fieldId: `question-${field}`,
          label: t(fieldLabels[field]),
          text: form.problem(field),
        }))}
        failures={form.failures}
      />
      <Kept form={kept} />
      {theirs && <Conflict fields={changedBetween(base, valuesOf(theirs))} theirs={theirs} />}
      {choices ? (
        <QuestionFields
          values={values}
          tags={choices.tags}
          all={may.edit}
          problem={form.problem}
          onChange={(part) => {
            kept.set(part);
            for (const field of fields) if (field in part) form.clear(field);
          }}
        />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading text={t('questions.loading_form')} />
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(theirs ? 'questions.save_mine' : 'questions.save')}
        </Button>
        <Button look="quiet" onClick={give}>
          {t('questions.cancel')}
        </Button>
      </div>
    </form>
  );
}
