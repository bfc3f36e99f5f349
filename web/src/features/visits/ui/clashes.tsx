/** What somebody else made of the visit while a form was open. What the reader wrote stays in the form below. */
import type { VisitPage } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import type { Clash } from '../rebase';
import styles from './clashes.module.css';
import { useWords } from './use-words';

interface Props {
  clashes: readonly Clash[];
  page: VisitPage;
  onTheirs(): void;
}

export function Clashes({ clashes, page, onTheirs }: Props) {
  const t = useT();
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (clashes.length > 0) heading.current?.focus();
  }, [clashes]);
  if (clashes.length === 0) return null;
  return (
    <section className={styles.clashes} aria-labelledby="clashes">
      <h3 ref={heading} tabIndex={-1} id="clashes">
        {t('visits.clash')}
      </h3>
      <dl>
        {clashes.map((clash) => (
          <div key={clash.field}>
            <dt>{words.fieldName(clash.field)}</dt>
            <dd>{t('visits.clash_theirs', { value: words.value(clash, clash.theirs, page) })}</dd>
            {clash.mine !== undefined && (
              <dd>{t('visits.clash_mine', { value: words.value(clash, clash.mine, page) })}</dd>
            )}
          </div>
        ))}
      </dl>
      <p>{t('visits.clash_hint')}</p>
      <div>
        <Button onClick={onTheirs}>{t('visits.clash_take')}</Button>
      </div>
    </section>
  );
}
