/** What happened to a question, oldest first, and what it said before it was edited. */
import type { QuestionHappening, QuestionPage } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Moment } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import styles from './history.module.css';

export function History({ page: { happenings, language } }: { page: QuestionPage }) {
  const t = useT();
  return (
    <details>
      <summary className={sections.summary}>{t('questions.history', { count: happenings.length })}</summary>
      <ol className={styles.history}>
        {happenings.map((one, n) => (
          <li key={n}>
            <Moment at={one.at} />
            <Happening of={one} language={language} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Happening({ of: { step, by, to, reason, before }, language }: { of: QuestionHappening; language: string }) {
  const t = useT();
  const { list } = useFormats();
  const who = by?.name ?? t('questions.by_rules');
  return (
    <div>
      <p>{t(`question_step.${step}`, { by: who, to: list(to ? [to.name] : []), given: to ? 'yes' : 'no' })}</p>
      {reason !== '' && <p dir="auto">{t('questions.quoted', { text: reason })}</p>}
      {before && (
        <details>
          <summary className={sections.summary}>{t('questions.before')}</summary>
          <p lang={language} dir="auto">
            <strong>{before.title}</strong>
          </p>
          <blockquote lang={language} dir="auto">
            {before.body}
          </blockquote>
        </details>
      )}
    </div>
  );
}
