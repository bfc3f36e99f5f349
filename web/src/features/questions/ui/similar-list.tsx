/** Questions and notes like what is being written. That there are some is said once; the list changes silently. */
import type { Similar } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link } from '../../../router';
import pages from '../../../ui/pages.module.css';
import { useSimilar } from '../use-questions';
import { useSettled } from '../use-settled';
import { StateTag } from './state-tag';
import styles from './form.module.css';

interface Props {
  title: string;
  body: string;
  language: string;
}

export function SimilarList({ title, body, language }: Props) {
  const t = useT();
  const { data } = useSimilar(useSettled(`${title}\n${body}`), language);
  const said = useRef(false);
  const count = data?.length ?? 0;
  useEffect(() => {
    if (count === 0 || said.current) return;
    said.current = true;
    announce(t('questions.similar_found', { count }));
  }, [count, t]);
  if (!data || count === 0) return null;
  return (
    <section className={styles.similar} aria-labelledby="similar">
      <h2 id="similar">{t('questions.similar')}</h2>
      <p className={pages.hint}>{t('questions.similar_hint')}</p>
      <ul>
        {data.map((one) => (
          <li key={`${one.of}:${one.key}`}>
            <SimilarTitle of={one} />
            <p className={styles.similarExcerpt} lang={one.language} dir="auto">
              {excerptText(one.excerpt, t)}
            </p>
            <p className={pages.hint}>
              {one.of === 'note' ? t('questions.similar_note') : one.state && <StateTag state={one.state} />}{' '}
              <span lang="en">{one.networkName}</span>
              {one.answers > 0 && <> {t('questions.answers_count', { count: one.answers })}</>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SimilarTitle({ of: { of, key, title, language } }: { of: Similar }) {
  return of === 'question' ? (
    <Link to="/q/$questionId" params={{ questionId: key }} lang={language} dir="auto">
      {title}
    </Link>
  ) : (
    <Link to="/k/$number" params={{ number: key }} lang={language} dir="auto">
      {title}
    </Link>
  );
}
