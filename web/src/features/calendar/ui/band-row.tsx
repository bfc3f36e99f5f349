/** A band in the list, and the way to take it out. */
import type { CalendarBand } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText } from '../../../ui';
import { bandList } from '../queries';
import styles from './calendar.module.css';

export function BandRow({ band, removable }: { band: CalendarBand; removable: boolean }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
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
      document.getElementById('bands')?.focus();
      await client.invalidateQueries({ queryKey: bandList(hub).queryKey });
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
        <p className={styles.more}>
          {t(`band_kind.${kind}`)}
          {' · '}
          {startsOn === endsOn ? date(startsOn) : t('bands.days', { first: date(startsOn), last: date(endsOn) })}
        </p>
      </div>
      {removable && (
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
