/** Changing one's answer. Where it was changed elsewhere meanwhile, what is there now is shown before it is saved over. */
import { Failure } from '@hub/contracts/failure';
import type { Answer } from '@hub/contracts';
import { useEffect, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { filledOf, givenOf, keptOf, sourcesIn, writtenOf } from '../sources';
import { useKeptForm } from '../use-kept-form';
import { useRefresh } from '../use-questions';
import { BodyField } from './body-field';
import { Kept } from './kept';
import { SourcesField } from './sources-field';
import styles from './form.module.css';

export function AnswerEdit({ answer, onDone }: { answer: Answer; onDone(): void }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { id: answerId, language } = answer;
  const kept = useKeptForm<'body' | 'sources' | 'version'>(`answer:edit:${answerId}`, () => ({
    body: answer.body,
    sources: keptOf(writtenOf(answer.sources)),
    version: String(answer.version),
  }));
  const { values, base } = kept;
  const [theirs, setTheirs] = useState<Pick<Answer, 'body' | 'sources' | 'version'>>();
  const form = useForm<string>(['body', 'sources'], checkBy('editAnswer'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [box]);
  const sources = sourcesIn(values.sources);
  const give = () => {
    kept.forget();
    onDone();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    // What is wrong is told by the number of its line: lines left empty go first.
    kept.set({ sources: keptOf(filledOf(sources)) });
    const given = { answerId, baseVersion: Number(base.version), body: values.body, sources: givenOf(sources) };
    void form.submit(given, async () => {
      try {
        await hub.call('answer.edit', given);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
        const current = error.details.current as Pick<Answer, 'body' | 'sources' | 'version'>;
        const { body, version } = current;
        kept.rebase({ body, sources: keptOf(writtenOf(current.sources)), version: String(version) });
        return setTheirs(current);
      }
      await refresh();
      announce(t('questions.saved'));
      give();
    });
  };
  return (
    <form ref={box} noValidate className={styles.form} aria-label={t('questions.answer_edit')} onSubmit={send}>
      <Kept form={kept} />
      {theirs && (
        <div role="alert" className={styles.conflict}>
          <p>
            <strong>{t('questions.conflict')}</strong>
          </p>
          <p>{t('questions.conflict_hint')}</p>
          <dl>
            <dt>{t('questions.your_answer')}</dt>
            <dd lang={language} dir="auto">
              {theirs.body}
            </dd>
          </dl>
        </div>
      )}
      <BodyField
        id={`edit-${answerId}`}
        label={t('questions.your_answer')}
        problem={form.problem('body')}
        language={language}
        value={values.body}
        onChange={(body) => {
          kept.set({ body });
          form.clear('body');
        }}
      />
      <SourcesField
        id={`edit-source-${answerId}`}
        sources={sources}
        problem={form.problem}
        onChange={(next) => {
          kept.set({ sources: keptOf(next) });
          form.clear('sources');
        }}
      />
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
