/** A zone out of those the browser knows, by region; that of the device is one press away. */
import { useMemo } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Button, Field, inputClass, useNow } from '../../../ui';
import styles from './profile.module.css';

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface Props {
  value: string;
  problem: string | undefined;
  onChange: (zone: string) => void;
}

export function TimeZoneField({ value, problem, onChange }: Props) {
  const t = useT();
  const { time } = useFormats();
  const now = useNow();
  const regions = useMemo(
    () => byRegion([...new Set([...Intl.supportedValuesOf('timeZone'), value, deviceZone])]),
    [value],
  );
  return (
    <div className={styles.zone}>
      <Field
        id="profile-timeZone"
        label={t('profile.time_zone')}
        hint={t('profile.time_zone_hint', { time: time(now, value) })}
        problem={problem}
      >
        {(control) => (
          <select {...control} className={inputClass} value={value} onChange={(event) => onChange(event.target.value)}>
            {regions.map(([region, zones]) => (
              <optgroup key={region} label={region}>
                {zones.map((zone) => (
                  <option key={zone} value={zone}>
                    {cityOf(zone)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {deviceZone !== value && deviceZone.includes('/') && (
        <Button look="quiet" onClick={() => onChange(deviceZone)}>
          {t('profile.time_zone_device', { zone: cityOf(deviceZone) })}
        </Button>
      )}
    </div>
  );
}

function byRegion(zones: string[]): [string, string[]][] {
  const regions = new Map<string, string[]>();
  for (const zone of zones.sort()) {
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions];
}

function cityOf(zone: string): string {
  return zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
}
