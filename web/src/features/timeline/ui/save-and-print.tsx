/** The timeline on paper, and in a spreadsheet. */
import type { TimelineNetwork } from '@hub/contracts';
import { Download } from 'lucide-react';
import { announce } from '../../../a11y';
import { useLocale, useT } from '../../../i18n';
import { Button } from '../../../ui';
import { saveFile } from '../../../ui/save-file';
import { csvOf } from '../csv';
import { useSheet } from '../use-sheet';
import styles from './controls.module.css';

export function SaveAndPrint({ networks, name }: { networks: readonly TimelineNetwork[]; name: string }) {
  const t = useT();
  const locale = useLocale();
  const sheet = useSheet();
  const save = () => {
    saveFile(`${name}.csv`, csvOf(sheet(networks), locale));
    announce(t('timeline.saved'));
  };
  return (
    <div className={styles.actions}>
      <Button look="quiet" onClick={save}>
        <Download aria-hidden size={18} />
        {t('timeline.save')}
      </Button>
      <Button look="quiet" onClick={() => print()}>
        {t('timeline.print')}
      </Button>
    </div>
  );
}
