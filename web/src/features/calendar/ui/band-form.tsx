/** Another time that plans go around, in a country of a network that the reader keeps the timeline of. */
import type { BandKind } from '@hub/contracts';
import { gives } from '@hub/contracts/role-rights';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import { filled } from '../../../forms/filled';
import forms from '../../../forms/forms.module.css';
import { Choice, Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useCollator, useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { useFreshBands } from '../use-fresh-bands';

const kinds: readonly BandKind[] = ['election', 'holiday', 'school_holiday', 'budget_year'];
const fields = ['kind', 'country', 'name', 'startsOn', 'endsOn'] as const;

const fresh = () => ({ bandId: uuid(), kind: 'election' as BandKind, country: '', name: '', startsOn: '', endsOn: '' });

export function BandForm({ onAdded }: { onAdded: (country: string) => void }) {
  const t = useT();
  const hub = useHub();
  const refresh = useFreshBands();
  const { countryName } = useFormats();
  const countries = useKeptCountries();
  const [values, setValues] = useState(fresh);
  const form = useForm(fields, () => import('../band-add.schema'));
  const set = (field: (typeof fields)[number]) => (value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    form.clear(field);
  };
  const field = (name: (typeof fields)[number]) => ({
    id: `band-${name}`,
    label: t(`bands.field.${name}`),
    problem: form.problem(name),
    value: values[name],
    onChange: set(name),
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(filled(values), async () => {
      await hub.call('band.add', values);
      await refresh();
      onAdded(values.country);
      announce(t('bands.added', { name: values.name }));
      setValues(fresh());
      document.getElementById('bands')?.focus();
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={add}>
      <ProblemSummary
        problems={fields.map((name) => ({
          fieldId: `band-${name}`,
          label: field(name).label,
          text: form.problem(name),
        }))}
        failures={form.failures}
      />
      <Choice {...field('kind')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`band_kind.${kind}`)}
          </option>
        ))}
      </Choice>
      <Choice {...field('country')}>
        <option value="">{t('bands.country_choose')}</option>
        {countries.map((one) => (
          <option key={one} value={one}>
            {countryName(one)}
          </option>
        ))}
      </Choice>
      <Line {...field('name')} hint={t('bands.name_hint')} />
      <Line {...field('startsOn')} type="date" />
      <Line {...field('endsOn')} type="date" min={values.startsOn || undefined} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('bands.add_now')}
        </Button>
      </div>
    </form>
  );
}

function useKeptCountries(): string[] {
  const collator = useCollator();
  const { countryName } = useFormats();
  const { memberships } = useProfile();
  const { data: networks } = useQuery(useNetworkCache().list());
  const everywhere = memberships.some(({ role }) => gives(role, 'every_network'));
  const kept = (networks ?? []).filter(({ myRoles }) => everywhere || myRoles.some((role) => gives(role, 'timeline')));
  const countries = new Set(kept.flatMap((network) => network.countries));
  return [...countries].sort((a, b) => collator.compare(countryName(a), countryName(b)));
}
