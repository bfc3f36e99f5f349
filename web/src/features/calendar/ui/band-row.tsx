/** A band in the list, and the way to take it out. */
import type { CalendarBand } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { useFreshBands } from '../use-fresh-bands';
import styles from './calendar.module.css';

interface Props {
  band: CalendarBand;
  /** None for whoever may not take it out. */
  onRemoved: ((name: string) => void) | undefined;
}

export function BandRow({ band, onRemoved }: Props) {
  const t = useT();
  const hub = useHub();
  const refresh = useFreshBands();
  const locale = useLocale();
  const { date } = useFormats();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: bandId, kind, names, startsOn, endsOn } = band;
  const name = names[locale] ?? names.en ?? '';
  const remove = async () => {
    setBusy(true);
    try {
      await hub.call('band.remove', { bandId });
      onRemoved?.(name);
      await refresh();
      announce(t('bands.removed', { name }));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <li className={styles.band}>
      <div>
        <p className={styles.name} lang={names[locale] === undefined ? 'en' : undefined}>
          {name}
        </p>
        <p className={sections.more}>
          {t(`band_kind.${kind}`)}
          {' · '}
          {startsOn === endsOn ? date(startsOn) : t('bands.days', { first: date(startsOn), last: date(endsOn) })}
        </p>
      </div>
      {onRemoved && (
        <Button
          look="quiet"
          busy={busy}
          aria-label={t('bands.remove_one', { name, date: date(startsOn) })}
          onClick={() => void remove()}
        >
          {t('bands.remove')}
        </Button>
      )}
      <p role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </p>
    </li>
  );
}
