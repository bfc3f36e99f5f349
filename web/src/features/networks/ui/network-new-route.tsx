/** Making a network in one step; everything that will be made is shown before. */
import type { ThemeList } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { filled } from '../../../forms/filled';
import { Choice, Line, Lines } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useCollator, useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { useProfile } from '../../session';
import { lastDay } from '../last-day';
import { useNetworkCache } from '../network-cache';
import { asGiven, FirstPartnerships, type FirstPartnership } from './first-partnerships';
import { TemplateChannels, type OwnChannel } from './template-channels';
import { ThemeAdd } from './theme-add';
import styles from './settings.module.css';

export function NetworkNewRoute() {
  const t = useT();
  const { memberships } = useProfile();
  const founds = memberships.some(({ role }) => role === 'administrator');
  return (
    <div className={styles.page}>
      <PageHeader lead={t('network_new.lead')}>{t('network_new.heading')}</PageHeader>
      {founds ? <Themes /> : <EmptyState title={t('network_new.none')}>{t('network_new.none_hint')}</EmptyState>}
    </div>
  );
}

function Themes() {
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().themes());
  if (data) return <NewNetwork template={data} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('field.loading')} />;
}

const fields = ['name', 'slug', 'themeId', 'region', 'round', 'purpose', 'startsOn', 'endsOn'] as const;

function NewNetwork({ template }: { template: ThemeList }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const locale = useLocale();
  const collator = useCollator();
  // A retry of the same form makes no second network.
  const [networkId] = useState(() => uuid());
  const [values, setValues] = useState({
    name: '',
    slug: '',
    themeId: '',
    region: '',
    round: '1',
    purpose: '',
    startsOn: '',
    endsOn: '',
  });
  const [channels, setChannels] = useState<readonly OwnChannel[]>([]);
  const [partnerships, setPartnerships] = useState<readonly FirstPartnership[]>([]);
  const rows = [...channels.map((_, n) => `channels.${n}`), ...partnerships.map((_, n) => `partnerships.${n}`)];
  const form = useForm<string>([...fields, ...rows], () => import('../network-new.schema'));
  const nameOf = ({ names, slug }: ThemeList['themes'][number]) => names[locale] ?? names.en ?? slug;
  const themes = template.themes.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));

  const set = (field: (typeof fields)[number]) => (value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    form.clear(field);
  };
  /** What was said about the rows holds no more once one of them is changed. */
  const anew =
    <T,>(change: (next: T) => void) =>
    (next: T) => {
      for (const row of rows) form.clear(row);
      change(next);
    };
  /** The theme's own suggestions come with it. */
  const choose = (themeId: string, from = template) => {
    const theme = from.themes.find(({ id }) => id === themeId);
    set('themeId')(themeId);
    set('round')(String((theme?.networks ?? 0) + 1));
    setChannels((theme?.channels ?? []).map((channel) => ({ ...channel, key: uuid() })));
  };
  const start = (startsOn: string) => {
    set('startsOn')(startsOn);
    set('endsOn')(lastDay(startsOn, template.months) ?? '');
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    const { slug, endsOn, round, ...rest } = values;
    const input = {
      ...rest,
      networkId,
      round: Number(round),
      ...(slug.trim() !== '' && { slug: slug.trim() }),
      ...(endsOn !== '' && { endsOn }),
      channels: channels.map(({ name, purpose, sensitive }) => ({ name, purpose, sensitive })),
      partnerships: partnerships.map(asGiven),
    };
    void form.submit(filled(input), async () => {
      const { networkSlug } = await hub.call('network.create', input);
      await cache.refresh();
      announce(t('network_new.created', { name: values.name }));
      navigate({ to: '/n/$networkSlug', params: { networkSlug } }, { replace: true });
    });
  };

  const line = (field: (typeof fields)[number], label: string, hint?: string) => ({
    id: `network-${field}`,
    label,
    hint,
    problem: form.problem(field),
    value: values[field],
    onChange: set(field),
  });
  const labels = {
    name: t('network_new.name'),
    slug: t('network_new.slug'),
    themeId: t('network_new.theme'),
    region: t('network_new.region'),
    round: t('network_new.round'),
    purpose: t('network_new.purpose'),
    startsOn: t('network_new.starts'),
    endsOn: t('network_new.ends'),
  };
  const problems = [
    ...fields.map((field) => ({ fieldId: `network-${field}`, label: labels[field], text: form.problem(field) })),
    ...channels.map(({ key }, n) => ({
      fieldId: `channel-${key}`,
      label: t('network_new.channel_name', { n: n + 1 }),
      text: form.problem(`channels.${n}`),
    })),
    ...partnerships.map(({ key }, n) => ({
      fieldId: `partnership-${key}`,
      label: t('network_new.partnership', { n: n + 1 }),
      text: form.problem(`partnerships.${n}`),
    })),
  ];
  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <h2>{t('network_new.what')}</h2>
      <Line {...line('name', labels.name, t('network_new.name_hint'))} />
      <Line {...line('slug', labels.slug, t('network_new.slug_hint'))} required={false} />
      <Choice {...line('themeId', labels.themeId)} onChange={choose}>
        <option value="">{t('network_new.theme_choose')}</option>
        {themes.map((theme) => (
          <option key={theme.id} value={theme.id}>
            {nameOf(theme)}
          </option>
        ))}
      </Choice>
      <ThemeAdd
        onAdded={(list, themeId) => {
          choose(themeId, list);
          document.getElementById('network-themeId')?.focus();
        }}
      />
      <Line {...line('round', labels.round, t('network_new.round_hint'))} type="number" min="1" max="99" />
      <Line {...line('region', labels.region, t('network_new.region_hint'))} />
      <Lines {...line('purpose', labels.purpose, t('network_new.purpose_hint'))} />
      <h2>{t('network_new.when')}</h2>
      <Line {...line('startsOn', labels.startsOn)} type="date" onChange={start} />
      <Line
        {...line('endsOn', labels.endsOn, t('network_new.ends_hint', { months: template.months }))}
        type="date"
        required={false}
      />
      <TemplateChannels
        common={template.common}
        own={channels}
        problem={(n) => form.problem(`channels.${n}`)}
        onChange={anew(setChannels)}
      />
      <FirstPartnerships
        partnerships={partnerships}
        problem={(n, field) => form.problem(`partnerships.${n}.${field}`)}
        onChange={anew(setPartnerships)}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('network_new.create')}
        </Button>
        <Link to="/">{t('field.back')}</Link>
      </div>
    </form>
  );
}
