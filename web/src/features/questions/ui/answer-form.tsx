/** Answering a question, with what it is based on. A message that was brought along is its text. */
import type { QuestionPage } from '@hub/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Loading } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { checkBy } from '../check-by';
import { filledOf, givenOf, keptOf, sourcesIn } from '../sources';
import { useKeptForm } from '../use-kept-form';
import { useMessage, type FirstSaid } from '../use-message';
import { useRefresh } from '../use-questions';
import { BodyField } from './body-field';
import { Kept } from './kept';
import { LanguageField } from './language-field';
import { SourcesField } from './sources-field';
import boxes from './boxes.module.css';
import layout from './form.module.css';

interface Props {
  page: QuestionPage;
  chosen: { message?: string; topic?: string };
  /** Opened by the reader, whom it takes along; else it opened by itself. */
  asked: boolean;
  onSent(): void;
  onLeave(): void;
}

export function AnswerForm({ chosen, ...props }: Props) {
  const t = useT();
  const { said, error, refetch } = useMessage(chosen);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (said === undefined) return <Loading text={t('questions.loading_form')} />;
  return <Form {...props} message={said} isGone={said === null && chosen.message !== undefined} />;
}

interface FormProps extends Omit<Props, 'chosen'> {
  message: FirstSaid | null;
  /** There was one. */
  isGone: boolean;
}

function Form({ page, message, isGone, asked, onSent, onLeave }: FormProps) {
  const t = useT();
  const hub = useHub();
  const locale = useLocale();
  const { languages } = useProfile();
  const refresh = useRefresh();
  const { id: questionId } = page;
  const begin = () => ({
    id: uuid(),
    body: message?.text ?? '',
    language: message?.language ?? (languages.includes(page.language) ? page.language : (languages[0] ?? locale)),
    sources: '',
  });
  const kept = useKeptForm<'id' | 'body' | 'language' | 'sources'>(
    `question:answer:${questionId}:${message?.id ?? ''}`,
    begin,
  );
  const { values } = kept;
  const form = useForm<string>(['body', 'language', 'sources'], checkBy('answer'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const takesAlong = useRef(asked);
  useEffect(() => {
    if (takesAlong.current) box.current?.querySelector('textarea')?.focus();
  }, [box]);
  const change = (part: Partial<typeof values>) => {
    kept.set(part);
    for (const field of Object.keys(part)) form.clear(field);
  };
  const sources = sourcesIn(values.sources);
  const send = (event: FormEvent) => {
    event.preventDefault();
    // What is wrong is told by the number of its line: lines left empty go first.
    kept.set({ sources: keptOf(filledOf(sources)) });
    const { id, body, language } = values;
    const given = { questionId, id, body, language, sources: givenOf(sources), messageId: message?.id ?? null };
    void form.submit(given, async () => {
      await hub.call('answer.post', given);
      kept.forget();
      await refresh();
      announce(t('questions.answer_sent'));
      onSent();
    });
  };
  return (
    <form
      ref={box}
      noValidate
      className={`${boxes.panel} ${layout.form}`}
      aria-label={t('questions.your_answer')}
      onSubmit={send}
    >
      <Kept form={kept} />
      {message && <p className={pages.hint}>{t('questions.answer_of_message', { name: message.author })}</p>}
      {isGone && <p className={pages.hint}>{t('questions.message_gone')}</p>}
      <BodyField
        id="answer-body"
        label={t('questions.your_answer')}
        hint={t('questions.answer_hint')}
        problem={form.problem('body')}
        language={values.language}
        value={values.body}
        onChange={(body) => change({ body })}
      />
      <SourcesField
        id="answer-source"
        sources={sources}
        problem={form.problem}
        onChange={(next) => change({ sources: keptOf(next) })}
      />
      <LanguageField
        id="answer-language"
        problem={form.problem('language')}
        value={values.language}
        onChange={(language) => change({ language })}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('questions.answer_send')}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {t('questions.later')}
        </Button>
      </div>
    </form>
  );
}
