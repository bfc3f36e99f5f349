/** What somebody else wrote while a question was being changed. */
import type { QuestionPage } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { useFormats, useLocale, useT } from '../../../i18n';
import type { QuestionField } from '../question-values';
import { fieldLabels } from './question-fields';
import styles from './form.module.css';

export function Conflict({ fields, theirs }: { fields: readonly QuestionField[]; theirs: QuestionPage }) {
  const t = useT();
  const locale = useLocale();
  const { list, languageName } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [theirs]);
  const text = (field: keyof typeof fieldLabels): string => {
    switch (field) {
      case 'title':
      case 'body':
      case 'summary':
        return theirs[field];
      case 'language':
        return languageName(theirs.language);
      case 'tagIds':
        return list(theirs.tags.map(({ names }) => names[locale]));
      case 'visibility':
        return t(`question_visibility.${theirs.visibility}`);
      case 'partnershipSlug':
        return theirs.partnership?.name ?? '';
    }
  };
  const changed = fields.filter((field): field is keyof typeof fieldLabels => field in fieldLabels);
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={t('questions.conflict')} className={styles.conflict}>
      <p>
        <strong>{t('questions.conflict')}</strong>
      </p>
      <p>{t('questions.conflict_hint')}</p>
      <dl>
        {changed.map((field) => (
          <div key={field}>
            <dt>{t(fieldLabels[field])}</dt>
            <dd lang={theirs.language} dir="auto">
              {text(field)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
