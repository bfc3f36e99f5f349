/** Everything that is wrong, on top of the form, each a link to its field. */
import type { Ref } from 'react';
import { useT, type MessageId } from '../../../i18n';
import { fieldOrder, type ProfileForm } from '../profile-form';
import styles from './profile.module.css';

const labels: Record<keyof ProfileForm, MessageId> = {
  name: 'profile.name',
  initials: 'profile.initials',
  title: 'profile.work_title',
  emailVisible: 'profile.email_visible',
  languages: 'profile.languages',
  timeZone: 'profile.time_zone',
  locale: 'profile.locale',
  theme: 'profile.theme',
  lowData: 'profile.low_data',
};

interface Props {
  ref: Ref<HTMLDivElement>;
  problem: (field: keyof ProfileForm) => string | undefined;
}

export function ErrorSummary({ ref, problem }: Props) {
  const t = useT();
  const wrong = fieldOrder.flatMap((field) => {
    const text = problem(field);
    return text === undefined ? [] : [{ field, text }];
  });
  if (wrong.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1} className={styles.summary} aria-labelledby="problems" role="group">
      <h2 id="problems">{t('profile.problems', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#profile-${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(`profile-${field}`)?.focus();
              }}
            >
              {t(labels[field])}
            </a>
            {': '}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
