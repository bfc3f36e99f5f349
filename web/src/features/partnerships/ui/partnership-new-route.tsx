/** Forming a partnership in a network: who is on each side, or is still missing, and how far they are. */
import type { NetworkPage, PartnershipStatus, Side } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { filled } from '../../../forms/filled';
import { Choice, Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { checkBy } from '../check-by';
import { stages } from '../stages';
import { today } from '../today';
import { useGovernments } from '../use-governments';
import { GovernmentAdd } from './government-add';
import { GovernmentOptions } from './government-options';
import styles from './settings.module.css';

const sides: readonly Side[] = ['swedish', 'international'];

export function PartnershipNewRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/partnerships/new');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (data) return <NewPartnership key={networkSlug} network={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('field.loading')} />;
}

function NewPartnership({ network }: { network: NetworkPage }) {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('partnership_new.title', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
          </Path>
        }
        lead={t('partnership_new.lead')}
      >
        {t('partnership_new.heading')}
      </PageHeader>
      {network.may.change ? (
        <NewForm network={network} />
      ) : (
        <EmptyState title={t('field.none')}>{t('field.none_hint')}</EmptyState>
      )}
    </div>
  );
}

interface Row {
  key: string;
  side: Side;
  id: string;
}

function NewForm({ network }: { network: NetworkPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const governments = useGovernments(network.slug);
  // A retry of the same form forms no second partnership.
  const [partnershipId] = useState(() => uuid());
  const [name, setName] = useState('');
  const [associate, setAssociate] = useState(false);
  const [status, setStatus] = useState<PartnershipStatus>('inception');
  const [fromOn, setFromOn] = useState(today);
  const [rows, setRows] = useState<readonly Row[]>(() => sides.map((side) => ({ key: uuid(), side, id: '' })));
  const chosen = rows.filter(({ id }) => id !== '');
  const form = useForm<string>(
    ['name', 'fromOn', 'parties', ...chosen.map((_, n) => `parties.${n}`)],
    checkBy('CreatePartnership'),
  );
  const problemOf = (row: Row) => {
    const n = chosen.indexOf(row);
    if (n >= 0) return form.problem(`parties.${n}`);
    return chosen.length === 0 && row === rows[0] && form.problem('parties') !== undefined
      ? t('partnership_new.none_chosen')
      : undefined;
  };
  const labelOf = ({ side, key }: Row) =>
    t('partnership_new.party', {
      side: t(`side.${side}`),
      n: rows.filter((row) => row.side === side).findIndex((row) => row.key === key) + 1,
    });
  const problems = [
    { fieldId: 'partnership-name', label: t('partnership_new.name'), text: form.problem('name') },
    { fieldId: 'partnership-from', label: t('partnership_new.from'), text: form.problem('fromOn') },
    ...rows.map((row) => ({ fieldId: `party-${row.key}`, label: labelOf(row), text: problemOf(row) })),
  ];

  const send = (event: FormEvent) => {
    event.preventDefault();
    const parties = chosen.map(({ side, id }) => ({ side, localGovernmentId: id }));
    const input = { networkSlug: network.slug, partnershipId, name, associate, status, fromOn, parties };
    void form.submit(filled(input), async () => {
      const { partnershipSlug } = await hub.call('partnership.create', input);
      await cache.refresh();
      announce(t('partnership_new.created', { name }));
      navigate({ to: '/p/$partnershipSlug', params: { partnershipSlug } }, { replace: true });
    });
  };

  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <Line
        id="partnership-name"
        label={t('partnership_new.name')}
        hint={t('partnership_new.name_hint')}
        problem={form.problem('name')}
        value={name}
        onChange={(value) => {
          setName(value);
          form.clear('name');
        }}
      />
      {sides.map((side) => (
        <fieldset key={side} className={forms.group}>
          <legend>{t(`side.${side}`)}</legend>
          {rows
            .filter((row) => row.side === side)
            .map((row, n) => (
              <Choice
                key={row.key}
                id={`party-${row.key}`}
                label={t('partnership_new.party_n', { n: n + 1 })}
                hint={n === 0 ? t('partnership_new.party_hint') : undefined}
                problem={problemOf(row)}
                required={false}
                value={row.id}
                onChange={(id) => {
                  setRows(rows.map((one) => (one.key === row.key ? { ...one, id } : one)));
                  for (const field of ['parties', ...chosen.map((_, index) => `parties.${index}`)]) form.clear(field);
                }}
              >
                <GovernmentOptions governments={governments.data ?? []} side={side} />
              </Choice>
            ))}
          <div>
            <Button look="quiet" onClick={() => setRows([...rows, { key: uuid(), side, id: '' }])}>
              {t('partnership_new.party_more')}
            </Button>
          </div>
        </fieldset>
      ))}
      {governments.error && <Failed error={governments.error} onRetry={() => void governments.refetch()} />}
      <GovernmentAdd networkSlug={network.slug} />
      <Choice
        id="partnership-status"
        label={t('partnership_new.status')}
        problem={undefined}
        value={status}
        onChange={(value) => setStatus(value as PartnershipStatus)}
      >
        {stages.map((one) => (
          <option key={one} value={one}>
            {t(`partnership_status.${one}`)}
          </option>
        ))}
      </Choice>
      <Line
        id="partnership-from"
        label={t('partnership_new.from')}
        hint={t('partnership_new.from_hint')}
        problem={form.problem('fromOn')}
        type="date"
        max={today()}
        value={fromOn}
        onChange={(value) => {
          setFromOn(value);
          form.clear('fromOn');
        }}
      />
      <label className={forms.choice}>
        <input
          type="checkbox"
          checked={associate}
          aria-describedby="associate-hint"
          onChange={(event) => setAssociate(event.target.checked)}
        />
        <span className={forms.choiceName}>{t('partnership_new.associate')}</span>
        <span id="associate-hint" className={forms.choiceText}>
          {t('partnership_new.associate_hint')}
        </span>
      </label>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('partnership_new.create')}
        </Button>
        <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }}>
          {t('field.back')}
        </Link>
      </div>
    </form>
  );
}
