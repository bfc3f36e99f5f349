/** A question in a list: what it asks, for whom, how it stands and how long it has waited. */
import type { QuestionCard } from '@hub/contracts';
import type { ReactNode } from 'react';
import { useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { StateTag } from './state-tag';
import { Tags } from './tags';
import { WaitingLine } from './waiting-line';
import styles from './question-item.module.css';

interface Props {
  of: QuestionCard;
  /** The network is worth naming where a list has those of several. */
  named?: boolean;
  /** The message that it is about to be answered with. */
  message?: { message?: string; topic?: string };
  level?: 'h2' | 'h3';
  children?: ReactNode;
}

export function QuestionItem({ of, named = false, message, level: Heading = 'h3', children }: Props) {
  const t = useT();
  const locale = useLocale();
  const { id: readerId } = useProfile();
  const { id: questionId, partnership, askedBy, responsible, answers, shared } = of;
  const chosen = message?.message === undefined ? {} : { search: { ...message, do: 'answer' } };
  return (
    <li className={styles.item} data-question={questionId}>
      <Heading className={pages.title}>
        <Link to="/q/$questionId" params={{ questionId }} {...chosen} lang={of.language} dir="auto" data-entry>
          {of.title}
        </Link>
      </Heading>
      {of.summary !== '' && of.language !== locale && (
        <p className={styles.summaryLine} lang="en">
          {of.summary}
        </p>
      )}
      <p className={pages.facts}>
        <StateTag state={of.state} />
        <span>
          {partnership
            ? t('questions.asked_for', { name: askedBy.name, partnership: partnership.name })
            : t('questions.asked_by', { name: askedBy.name })}
        </span>
        {named && <span lang="en">{of.network.name}</span>}
        {of.state === 'routed' && responsible && responsible.id !== readerId && (
          <span>{t('questions.with', { name: responsible.name })}</span>
        )}
        {answers > 0 && <span>{t('questions.answers_count', { count: answers })}</span>}
        {shared > 0 && <span>{t('questions.shared_count', { count: shared })}</span>}
      </p>
      <WaitingLine of={of} />
      <Tags of={of.tags} />
      {children}
    </li>
  );
}
