/** What a question says, in which language, what it is about and who may see it. */
import type { Tag } from '@hub/contracts';
import { useState, type ReactNode } from 'react';
import forms from '../../../forms/forms.module.css';
import { Line, Lines } from '../../../forms/inputs';
import { useT, type MessageId } from '../../../i18n';
import { Button } from '../../../ui';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { alone, idsIn, idsOf, isEnglish, type QuestionField, type QuestionValues } from '../question-values';
import { BodyField } from './body-field';
import { LanguageField } from './language-field';
import { TagsField } from './tags-field';
import styles from './form.module.css';

export const fieldLabels = {
  partnershipSlug: 'questions.field_behalf',
  title: 'questions.field_title',
  body: 'questions.field_body',
  language: 'questions.field_language',
  summary: 'questions.field_summary',
  tagIds: 'questions.field_tags',
  visibility: 'questions.field_visibility',
} satisfies Partial<Record<QuestionField, MessageId>>;

const visibilities = ['network', 'partnership', 'all_networks'] as const;

interface Props {
  values: QuestionValues;
  tags: readonly Tag[];
  /** Else only what describes it: its tags and its summary. */
  all: boolean;
  problem(field: keyof typeof fieldLabels): string | undefined;
  onChange(part: Partial<QuestionValues>): void;
  /** Shown below the title. */
  similar?: ReactNode;
}

export function QuestionFields({ values, tags, all, problem, onChange, similar }: Props) {
  const t = useT();
  const reader = useProfile();
  const [previewed, setPreviewed] = useState(false);
  const { title, body, language, summary, tagIds, visibility, partnershipSlug } = values;
  return (
    <>
      {all && (
        <>
          <Line
            id="question-title"
            label={t('questions.field_title')}
            hint={t('questions.title_hint')}
            problem={problem('title')}
            value={title}
            onChange={(value) => onChange({ title: value })}
          />
          <BodyField
            id="question-body"
            label={t('questions.field_body')}
            hint={t('questions.body_hint')}
            problem={problem('body')}
            language={language}
            value={body}
            onChange={(value) => onChange({ body: value })}
          />
          <div>
            <Button
              look="quiet"
              className={styles.preview ?? ''}
              aria-expanded={previewed}
              onClick={() => setPreviewed(!previewed)}
            >
              {t(previewed ? 'questions.preview_hide' : 'questions.preview')}
            </Button>
          </div>
          {previewed && (
            <div className={styles.sheet} role="group" aria-label={t('questions.preview')}>
              <MessageBody body={body} mentions={none} language={language} reader={reader} />
            </div>
          )}
          {similar}
          <LanguageField
            id="question-language"
            problem={problem('language')}
            value={language}
            onChange={(value) => onChange({ language: value })}
          />
        </>
      )}
      {!isEnglish(language) && (
        <Lines
          id="question-summary"
          label={t('questions.field_summary')}
          hint={t('questions.summary_hint')}
          required={false}
          problem={problem('summary')}
          value={summary}
          onChange={(value) => onChange({ summary: value })}
        />
      )}
      <TagsField
        tags={tags}
        chosen={idsIn(tagIds)}
        problem={problem('tagIds')}
        onChange={(ids) => onChange({ tagIds: idsOf(ids) })}
      />
      {all && (
        <fieldset className={forms.group} id="question-visibility" tabIndex={-1}>
          <legend>{t('questions.field_visibility')}</legend>
          {visibilities
            .filter((one) => one !== 'partnership' || partnershipSlug !== alone)
            .map((one) => (
              <label key={one} className={forms.choice}>
                <input
                  type="radio"
                  name="visibility"
                  checked={visibility === one}
                  onChange={() => onChange({ visibility: one })}
                />
                <span className={forms.choiceName}>{t(`question_visibility.${one}`)}</span>
                <span className={forms.choiceText}>{t(`question_visibility.${one}_hint`)}</span>
              </label>
            ))}
        </fieldset>
      )}
    </>
  );
}

const none: never[] = [];
