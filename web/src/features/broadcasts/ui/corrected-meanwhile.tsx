/** What a colleague made of it while one's own correction was begun: both are shown, and whoever writes chooses. */
import type { BroadcastPage } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Button } from '../../../ui';
import styles from './form.module.css';
import { Sheet } from './sheet';

interface Props {
  page: BroadcastPage;
  onMine(): void;
  onTheirs(): void;
}

export function CorrectedMeanwhile({ page: { texts, version, versions }, onMine, onTheirs }: Props) {
  const t = useT();
  const { languageName } = useFormats();
  const latest = versions.find((one) => one.version === version);
  return (
    <section aria-labelledby="corrected" className={styles.meanwhile}>
      <h2 id="corrected" tabIndex={-1}>
        {t('broadcasts.corrected_by', { name: latest?.author.name ?? '' })}
      </h2>
      <p dir="auto">{latest?.note}</p>
      {texts.map((text) => (
        <Sheet key={text.language} of={text} label={languageName(text.language)} isNamed={texts.length > 1} />
      ))}
      <p>{t('broadcasts.corrected_below')}</p>
      <div className={styles.add}>
        <Button onClick={onMine}>{t('broadcasts.corrected_mine')}</Button>
        <Button onClick={onTheirs}>{t('broadcasts.corrected_theirs')}</Button>
      </div>
    </section>
  );
}
