/** What would become of something of a kind that came at a weekday and a time, with the choices as they stand above. */
import type { NotificationKind, PreferencesChange, PreferencesPreview } from '@hub/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice, Line } from '../../../forms/inputs';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Failed } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { kindGroups } from '../kind-groups';
import { nextMoment } from '../next-moment';
import styles from './preferences.module.css';
import { useWeekdays } from './use-weekdays';

export function Preview({ preferences, timeZone }: { preferences: PreferencesChange; timeZone: string }) {
  const t = useT();
  const hub = useHub();
  const weekdays = useWeekdays();
  const [kind, setKind] = useState<NotificationKind>('mention');
  const [weekday, setWeekday] = useState('2');
  const [time, setTime] = useState('22:10');
  const isWhole = [time, preferences.digestAt, preferences.quietFrom, preferences.quietUntil].every(Boolean);
  const asked = { preferences, kind, weekday, time };
  const { data, error, refetch } = useQuery({
    queryKey: ['preferences', 'preview', asked],
    queryFn: async () => {
      const at = nextMoment(Number(weekday), time, timeZone, Date.now());
      return { kind, at, found: await hub.call('preference.preview', { preferences, kind, at }) };
    },
    placeholderData: keepPreviousData,
    enabled: isWhole,
  });
  return (
    <section className={`${sections.section} ${styles.tryIt}`} aria-labelledby="preview">
      <h2 id="preview">{t('preferences.preview')}</h2>
      <p className={sections.lead}>{t('preferences.preview_hint')}</p>
      <div className={styles.row}>
        <Choice
          id="preview-kind"
          label={t('preferences.preview_kind')}
          problem={undefined}
          value={kind}
          onChange={(chosen) => setKind(chosen as NotificationKind)}
        >
          {kindGroups.flatMap(({ kinds }) =>
            kinds.map((one) => (
              <option key={one} value={one}>
                {t(`preferences.a.${one}`)}
              </option>
            )),
          )}
        </Choice>
        <Choice
          id="preview-weekday"
          label={t('preferences.preview_weekday')}
          problem={undefined}
          value={weekday}
          onChange={setWeekday}
        >
          {weekdays.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </Choice>
        <Line
          id="preview-time"
          type="time"
          label={t('preferences.preview_time')}
          problem={undefined}
          value={time}
          onChange={setTime}
        />
      </div>
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <p role="status" className={styles.says}>
          {data && <Says {...data} preferences={preferences} />}
        </p>
      )}
    </section>
  );
}

interface SaysProps {
  kind: NotificationKind;
  at: string;
  found: PreferencesPreview;
  preferences: PreferencesChange;
}

function Says({ kind, at, found: { mail, at: then, waits, critical }, preferences }: SaysProps) {
  const t = useT();
  const { day, time } = useFormats();
  const says = mail === 'off' ? 'off' : waits;
  const values = {
    what: t(`preferences.a.${kind}`),
    day: day(at),
    time: time(at),
    from: preferences.quietFrom,
    until: preferences.quietUntil,
    ...(then !== null && { atDay: day(then), atTime: time(then) }),
  };
  return (
    <>
      {t(`preferences.says.${says}`, values)}
      {critical && ` ${t('preferences.says.critical')}`}
    </>
  );
}
