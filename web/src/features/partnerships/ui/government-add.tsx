/** A local government that is not in the list yet, added without leaving the form that needs it. */
import type { LocalGovernment, LocalGovernmentKind } from '@hub/contracts';
import { useMemo, useState } from 'react';
import { announce } from '../../../a11y';
import { filled } from '../../../forms/filled';
import { Choice, Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useCollator, useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { useAddToGovernments } from '../use-governments';
import styles from './settings.module.css';

const kinds: readonly LocalGovernmentKind[] = [
  'municipality',
  'region',
  'county',
  'district',
  'city',
  'province',
  'association',
];
const fields = ['name', 'kind', 'country', 'timeZone'] as const;
const empty = { name: '', kind: 'municipality' as LocalGovernmentKind, country: '', timeZone: '' };

export function GovernmentAdd({ networkSlug }: { networkSlug?: string }) {
  const t = useT();
  const hub = useHub();
  const keep = useAddToGovernments(networkSlug);
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(empty);
  const form = useForm(fields, checkBy('AddGovernment'));
  const box = useWrongFocus<HTMLDivElement>(form.failures);
  const countries = useCountries();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const add = () => {
    const input = { ...values, ...(networkSlug !== undefined && { networkSlug }) };
    void form.submit(filled(input), async () => {
      const added: LocalGovernment = await hub.call('government.add', input);
      keep(added);
      announce(t('government.added', { name: added.name }));
      setOpen(false);
      setValues(empty);
      requestAnimationFrame(() => document.getElementById('government-add')?.focus());
    });
  };
  if (!open)
    return (
      <div>
        <Button id="government-add" look="quiet" onClick={() => setOpen(true)}>
          {t('government.add')}
        </Button>
      </div>
    );
  const line = (field: (typeof fields)[number]) => ({
    id: `government-${field}`,
    problem: form.problem(field),
    value: values[field],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      form.clear(field);
    },
  });
  return (
    <div ref={box} className={styles.box} role="group" aria-label={t('government.add')}>
      <Line {...line('name')} label={t('government.name')} hint={t('government.name_hint')} />
      <Choice {...line('kind')} label={t('government.kind')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </Choice>
      <Choice {...line('country')} label={t('government.country')}>
        <option value="">{t('government.country_choose')}</option>
        {countries.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice {...line('timeZone')} label={t('government.time_zone')}>
        <option value="">{t('government.zone_choose')}</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Choice>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <Button busy={form.busy} onClick={add}>
        {t('government.add_now')}
      </Button>
    </div>
  );
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** Codes that name no country one could work with: groups of countries, and those that browsers keep for tests. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Every pair of letters that the browser knows as a country, by name. */
function useCountries(): [code: string, name: string][] {
  const { countryName } = useFormats();
  const collator = useCollator();
  return useMemo(
    () =>
      letters
        .flatMap((first) => letters.map((second) => first + second))
        .filter((code) => !noCountries.has(code))
        .map((code): [string, string] => [code, countryName(code)])
        .filter(([code, name]) => name !== code)
        .sort((a, b) => collator.compare(a[1], b[1])),
    [countryName, collator],
  );
}
