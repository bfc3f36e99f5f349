/** How much of the years is in sight, what they are counted by, and whether bands lie behind. */
import { usePageKeys } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import { zooms, type Look, type LookChange } from '../look';
import styles from './picture.module.css';
import { Segments } from './segments';

interface Props {
  look: Look;
  onLook(change: LookChange): void;
  onToday(): void;
}

export function PictureTools({ look, onLook, onToday }: Props) {
  const t = useT();
  const nearer = (step: 1 | -1) => () => {
    const zoom = zooms[zooms.indexOf(look.zoom) + step];
    if (zoom) onLook({ zoom });
  };
  usePageKeys({ '+': nearer(1), '=': nearer(1), '-': nearer(-1), t: onToday });
  return (
    <div className={styles.tools}>
      <Segments
        label={t('timeline.zoom')}
        value={look.zoom}
        choices={zooms.map((zoom) => [zoom, t(`timeline.zoom_${zoom}`)] as const)}
        onChange={(zoom) => onLook({ zoom })}
      />
      <Segments
        label={t('timeline.axis')}
        value={look.axis}
        choices={[
          ['calendar', t('timeline.axis_calendar')],
          ['months', t('timeline.axis_months')],
        ]}
        onChange={(axis) => onLook({ axis })}
      />
      <Button look="quiet" onClick={onToday}>
        {t('timeline.to_today')}
      </Button>
      <label className={styles.check}>
        <input type="checkbox" checked={look.bands} onChange={(event) => onLook({ bands: event.target.checked })} />
        {t('timeline.bands_show')}
      </label>
    </div>
  );
}
