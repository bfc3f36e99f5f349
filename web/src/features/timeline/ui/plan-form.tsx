/** What another line of a plan is, when it is due, and who brings it about. */
import type { Input, MilestoneScope, TimelineNetwork } from '@hub/contracts';
import { useMemo, useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import { filled } from '../../../forms/filled';
import forms from '../../../forms/forms.module.css';
import { Choice, Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useCollator, useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, Failed } from '../../../ui';
import { owners, planKinds } from '../plan-choices';
import { useTimelineCache } from '../timeline-cache';

const fields = ['name', 'swedishName', 'kind', 'scope', 'ownerRole', 'plannedOn', 'time', 'timeZone'] as const;
type FieldName = (typeof fields)[number];
const scopes: readonly MilestoneScope[] = ['partnership', 'network'];

/** The clock time and its zone are one thing to the hub. */
const pathOf = (name: FieldName) => (name === 'time' || name === 'timeZone' ? (`deadline.${name}` as const) : name);

export function PlanForm({ network }: { network: TimelineNetwork }) {
  const t = useT();
  const hub = useHub();
  const cache = useTimelineCache();
  const { zoneCity } = useFormats();
  const byName = useByName();
  // A retry of the same form adds no second line.
  const [itemId] = useState(() => uuid());
  const [values, setValues] = useState<Record<FieldName, string>>({
    name: '',
    swedishName: '',
    kind: '',
    scope: 'partnership',
    ownerRole: '',
    plannedOn: '',
    time: '',
    timeZone: 'Europe/Stockholm',
  });
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const form = useForm(fields.map(pathOf), () => import('../plan-add.schema'));
  const field = (name: FieldName) => ({
    id: `plan-${name}`,
    label: t(`plan.${name}`),
    problem: form.problem(pathOf(name)),
    value: values[name],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }));
      form.clear(pathOf(name));
    },
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const { time, timeZone, ...rest } = values;
    const deadline = time === '' ? {} : { deadline: { time, timeZone } };
    const input = filled({ networkSlug: network.slug, itemId, ...rest, ...deadline });
    void form.submit(input, async () => {
      await hub.call('plan.add', input as Input<'plan.add'>);
      await cache.refresh();
      announce(t('plan.added', { name: values.name }));
      navigate({ to: '/n/$networkSlug/timeline', params: { networkSlug: network.slug } }, { replace: true });
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={add}>
      <ProblemSummary
        problems={fields.map((name) => ({
          fieldId: `plan-${name}`,
          label: t(`plan.${name}`),
          text: form.problem(pathOf(name)),
        }))}
        failures={form.failures}
      />
      <Line {...field('name')} hint={t('plan.name_hint')} />
      <Line {...field('swedishName')} required={false} hint={t('plan.swedishName_hint')} />
      <Choice {...field('kind')}>
        <option value="">{t('plan.choose')}</option>
        {byName(planKinds, (kind) => t(`milestone_kind.${kind}`))}
      </Choice>
      <Choice {...field('scope')}>
        {scopes.map((scope) => (
          <option key={scope} value={scope}>
            {t(`plan.scope_${scope}`)}
          </option>
        ))}
      </Choice>
      <Choice {...field('ownerRole')}>
        <option value="">{t('plan.choose')}</option>
        {byName(owners, (role) => t(`role.${role}`))}
      </Choice>
      <Line {...field('plannedOn')} type="date" min={network.startsOn} hint={t('plan.plannedOn_hint')} />
      <Line {...field('time')} type="time" required={false} hint={t('plan.time_hint')} />
      {values.time !== '' && <Choice {...field('timeZone')}>{byName(zones, zoneCity)}</Choice>}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('plan.add')}
        </Button>
        <Link to="/n/$networkSlug/timeline" params={{ networkSlug: network.slug }}>
          {t('plan.back')}
        </Link>
      </div>
    </form>
  );
}

/** Alternatives in the order of their names. */
function useByName() {
  const collator = useCollator();
  return <T extends string>(all: readonly T[], nameOf: (one: T) => string) =>
    all
      .map((one) => [one, nameOf(one)] as const)
      .sort(([, a], [, b]) => collator.compare(a, b))
      .map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ));
}
