/** Looking after a network: its name, region and purpose, how long it works, and closing it. */
import type { NetworkPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { filled } from '../../../forms/filled';
import { Line, Lines } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { useNetworkCache } from '../network-cache';
import { NetworkClosing } from './network-closing';
import styles from './settings.module.css';

export function NetworkSettingsRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/settings');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (data) return <Settings key={networkSlug} network={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('field.loading')} />;
}

function Settings({ network }: { network: NetworkPage }) {
  const t = useT();
  const { may } = network;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('network_settings.title', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
          </Path>
        }
      >
        {t('network_settings.heading')}
      </PageHeader>
      {may.change && <ChangeForm network={network} />}
      {may.change && (
        <p>
          <Link to="/bands">{t('network_settings.bands')}</Link>
        </p>
      )}
      {may.change && (
        <p>
          <Link to="/n/$networkSlug/notifications" params={{ networkSlug: network.slug }}>
            {t('network_settings.mail')}
          </Link>
        </p>
      )}
      {may.close && <NetworkClosing network={network} />}
      {!may.change && !may.close && <EmptyState title={t('field.none')}>{t('field.none_hint')}</EmptyState>}
    </div>
  );
}

const fields = ['name', 'region', 'purpose', 'endsOn', 'visitsAYear'] as const;

function ChangeForm({ network }: { network: NetworkPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const { date } = useFormats();
  const [values, setValues] = useState(() => {
    const { name, region, purpose, endsOn, visitsAYear } = network;
    return { name, region, purpose, endsOn, visitsAYear: String(visitsAYear) };
  });
  const form = useForm(fields, () => import('../network-change.schema'));
  const params = { networkSlug: network.slug };

  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = { networkSlug: network.slug, ...values, visitsAYear: Number(values.visitsAYear) };
    void form.submit(filled(input), async () => {
      await hub.call('network.change', input);
      await cache.refresh();
      announce(t('field.saved'));
      navigate({ to: '/n/$networkSlug', params });
    });
  };

  const labels = {
    name: t('network_new.name'),
    region: t('network_new.region'),
    purpose: t('network_new.purpose'),
    endsOn: t('network_new.ends'),
    visitsAYear: t('network_settings.visits'),
  };
  const line = (field: (typeof fields)[number]) => ({
    id: `network-${field}`,
    label: labels[field],
    problem: form.problem(field),
    value: values[field],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      form.clear(field);
    },
  });
  return (
    <form noValidate className={forms.form} onSubmit={save}>
      <ProblemSummary
        problems={fields.map((field) => ({
          fieldId: `network-${field}`,
          label: labels[field],
          text: form.problem(field),
        }))}
        failures={form.failures}
      />
      <Line {...line('name')} hint={t('network_settings.name_hint')} />
      <Line {...line('region')} />
      <Lines {...line('purpose')} hint={t('network_new.purpose_hint')} />
      <Line
        {...line('endsOn')}
        hint={t('network_settings.ends_hint', { date: date(network.endsOn) })}
        type="date"
        min={network.endsOn}
      />
      <Line {...line('visitsAYear')} hint={t('network_settings.visits_hint')} type="number" min="0" max="12" />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('field.save')}
        </Button>
        <Link to="/n/$networkSlug" params={params}>
          {t('field.back')}
        </Link>
      </div>
    </form>
  );
}
