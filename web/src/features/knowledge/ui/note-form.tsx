/** What a note says, as it is published and as it is changed. What was begun is kept on this device. */
import type { Tag } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import type { FormEvent, ReactNode } from 'react';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import type { FormState } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { Button, Failed } from '../../../ui';
import {
  BodyField,
  filledOf,
  Kept,
  keptOf,
  LanguageField,
  sourcesIn,
  SourcesField,
  TagsField,
  type KeptForm,
} from '../../questions/forms';
import { tomorrow } from '../days';
import { idsIn, type NoteField } from '../note-values';
import styles from './knowledge.module.css';

export const noteFields = ['title', 'body', 'language', 'sources', 'tagIds', 'reviewOn', 'note'] as const;

type Field = NoteField | 'note';

interface Props {
  kept: KeptForm<Field>;
  form: FormState<string>;
  tags: readonly Tag[];
  /** Of a change: what was changed is said in a sentence. */
  changes?: boolean;
  button: string;
  onSend(): void;
  /** The way back. */
  back: ReactNode;
  /** Above the fields. */
  children?: ReactNode;
}

export function NoteForm({ kept, form, tags, changes = false, button, onSend, back, children }: Props) {
  const t = useT();
  const { values } = kept;
  const sources = sourcesIn(values.sources);
  const set = (part: Partial<Record<Field, string>>) => {
    kept.set(part);
    for (const field of Object.keys(part)) form.clear(field);
  };
  const labels = {
    title: 'field_title',
    body: 'field_body',
    language: 'field_language',
    sources: 'field_sources',
  } as const;
  const more = { tagIds: 'field_tags', reviewOn: 'field_review_on', note: 'field_note' } as const;
  const wrongSource = sources.findIndex((_, n) => form.problem(`sources.${n}`) !== undefined);
  const idOf = (field: Field) => {
    if (field === 'tagIds') return 'question-tagIds';
    if (field !== 'sources') return `note-${field}`;
    const part = form.problem(`sources.${wrongSource}.title`) === undefined ? 'url' : 'title';
    return wrongSource < 0 ? 'note-sources-add' : `note-sources-${part}-${wrongSource}`;
  };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // What is wrong is told by the number of its line: lines left empty go first.
        set({ sources: keptOf(filledOf(sources)) });
        onSend();
      }}
    >
      <ProblemSummary
        problems={noteFields.map((field) => ({
          fieldId: idOf(field),
          label: t(`knowledge.${{ ...labels, ...more }[field]}`),
          text: form.problem(field),
        }))}
        failures={form.failures}
      />
      <Kept form={kept} />
      {children}
      <Line
        id="note-title"
        label={t('knowledge.field_title')}
        hint={t('knowledge.title_hint')}
        problem={form.problem('title')}
        value={values.title}
        onChange={(title) => set({ title })}
      />
      <BodyField
        id="note-body"
        label={t('knowledge.field_body')}
        hint={t('knowledge.body_hint')}
        problem={form.problem('body')}
        language={values.language}
        rows={10}
        value={values.body}
        onChange={(body) => set({ body })}
      />
      <LanguageField
        id="note-language"
        problem={form.problem('language')}
        value={values.language}
        onChange={(language) => set({ language })}
      />
      <SourcesField
        id="note-sources"
        sources={sources}
        problem={form.problem}
        onChange={(next) => set({ sources: keptOf(next) })}
      />
      <TagsField
        tags={tags}
        hint={t('knowledge.tags_hint')}
        chosen={idsIn(values.tagIds)}
        problem={form.problem('tagIds')}
        onChange={(ids) => set({ tagIds: ids.join(' ') })}
      />
      <Line
        id="note-reviewOn"
        type="date"
        label={t('knowledge.field_review_on')}
        hint={t('knowledge.review_on_hint')}
        min={tomorrow()}
        problem={form.problem('reviewOn')}
        value={values.reviewOn}
        onChange={(reviewOn) => set({ reviewOn })}
      />
      {changes && (
        <Line
          id="note-note"
          label={t('knowledge.field_note')}
          hint={t('knowledge.note_hint')}
          problem={form.problem('note')}
          value={values.note}
          onChange={(note) => set({ note })}
        />
      )}
      {form.refused !== undefined && !isConflict(form.refused) && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {button}
        </Button>
        {back}
      </div>
    </form>
  );
}

export function isConflict(error: unknown): error is Failure {
  return error instanceof Failure && error.code === 'CONFLICT';
}
