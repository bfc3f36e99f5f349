/** The form of a question. What is typed stays on this device until the hub has it. */
import type { NetworkPage, QuestionForm } from '@hub/contracts';
import type { FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, Failed } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { checkBy } from '../check-by';
import { alone, askedOf, idsIn, type QuestionField } from '../question-values';
import { useKeptForm } from '../use-kept-form';
import type { FirstSaid } from '../use-message';
import { useRefresh } from '../use-questions';
import { BehalfField } from './behalf-field';
import { Expected } from './expected';
import { Kept } from './kept';
import { fieldLabels, QuestionFields } from './question-fields';
import { SimilarList } from './similar-list';
import styles from './form.module.css';

interface Props {
  network: NetworkPage;
  form: QuestionForm;
  message: FirstSaid | null;
  /** There was one. */
  isGone: boolean;
}

const fields = ['partnershipSlug', 'title', 'body', 'language', 'summary', 'tagIds', 'visibility'] as const;

export function AskForm({ network, form: { tags, partnerships, alone: mayAlone }, message, isGone }: Props) {
  const t = useT();
  const hub = useHub();
  const locale = useLocale();
  const { languages } = useProfile();
  const refresh = useRefresh();
  const { slug: networkSlug } = network;
  const only = partnerships.length === 1 && !mayAlone ? partnerships[0] : undefined;
  const kept = useKeptForm<QuestionField>(`question:ask:${networkSlug}:${message?.id ?? ''}`, () => ({
    id: uuid(),
    partnershipSlug: only?.slug ?? (partnerships.length === 0 ? alone : ''),
    title: '',
    body: message?.text ?? '',
    language: message?.language ?? languages[0] ?? locale,
    summary: '',
    tagIds: '',
    visibility: 'network',
  }));
  const { values } = kept;
  const form = useForm(fields, checkBy('ask'));
  const change = (part: Partial<typeof values>) => {
    // Without a partnership there is none to keep it to.
    const open = part.partnershipSlug === alone && values.visibility === 'partnership';
    kept.set({ ...part, ...(open && { visibility: 'network' }) });
    for (const field of fields) if (field in part) form.clear(field);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const asked = askedOf(values, networkSlug, message?.id ?? null);
    void form.submit(asked, async () => {
      await hub.call('question.ask', asked);
      kept.forget();
      await refresh();
      announce(t('questions.asked'));
      navigate({ to: '/q/$questionId', params: { questionId: asked.id } }, { replace: true });
    });
  };
  return (
    <form noValidate className={styles.asking} onSubmit={send}>
      <ProblemSummary
        problems={fields.map((field) => ({
          fieldId: `question-${field}`,
          label: t(fieldLabels[field]),
          text: form.problem(field),
        }))}
        failures={form.failures}
      />
      <Kept form={kept} />
      {message && <p className={pages.hint}>{t('questions.of_message', { name: message.author })}</p>}
      {isGone && <p className={pages.hint}>{t('questions.message_gone')}</p>}
      {only && <p>{t('questions.behalf_only', { partnership: only.name })}</p>}
      {only === undefined && partnerships.length > 0 && (
        <BehalfField
          partnerships={partnerships}
          mayAlone={mayAlone}
          value={values.partnershipSlug}
          problem={form.problem('partnershipSlug')}
          onChange={(partnershipSlug) => change({ partnershipSlug })}
        />
      )}
      <QuestionFields
        values={values}
        tags={tags}
        all
        problem={form.problem}
        onChange={change}
        similar={<SimilarList title={values.title} body={values.body} language={values.language} />}
      />
      <Expected networkSlug={networkSlug} tagIds={idsIn(values.tagIds)} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('questions.send')}
        </Button>
        <Link to="/n/$networkSlug/questions" params={{ networkSlug }}>
          {t('questions.back')}
        </Link>
      </div>
    </form>
  );
}
