/** Planning a visit: the side whose turn it is hosts, unless it is said otherwise. */
import type { PartnershipPage, Side, TimelineRow } from '@hub/contracts';
import { hostsNext } from '@hub/contracts/visit-rules';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { filled } from '../../../forms/filled';
import { Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { checkBy } from '../check-by';
import { usePartnershipTimeline } from '../use-partnership-timeline';
import { HostChoices, hostOf } from './host-choices';
import styles from './visits.module.css';

export function VisitNewRoute() {
  const { partnershipSlug } = useParams('/p/$partnershipSlug/visits/new');
  const t = useT();
  const partnership = useQuery(useNetworkCache().partnership(partnershipSlug));
  const network = partnership.data?.network.slug;
  const timeline = usePartnershipTimeline(network, partnership.data?.id);
  useHere(network);
  const failed = [partnership, timeline].find(({ error }) => error);
  if (partnership.data && timeline.data)
    return <NewVisit key={partnershipSlug} partnership={partnership.data} row={timeline.data.row} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('visits.loading')} />;
}

interface Props {
  partnership: PartnershipPage;
  row: TimelineRow;
}

function NewVisit({ partnership, row }: Props) {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('visits.new_title', { partnership: partnership.name })}
        path={
          <Path>
            <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
              {partnership.name}
            </Link>
          </Path>
        }
      >
        {t('visits.new')}
      </PageHeader>
      {row.may.change ? (
        <NewForm partnership={partnership} row={row} />
      ) : (
        <EmptyState title={t('visits.not_yours')}>{t('visits.not_yours_hint')}</EmptyState>
      )}
    </div>
  );
}

const fields = ['hostSide', 'hostGovernmentId', 'startsOn', 'endsOn', 'purpose'] as const;
type FieldName = (typeof fields)[number];

function NewForm({ partnership, row }: Props) {
  const t = useT();
  const hub = useHub();
  // A retry of the same form plans no second visit.
  const [visitId] = useState(() => uuid());
  const parties = partnership.parties.map(({ side, localGovernment: { id, name } }) => ({
    side,
    name,
    localGovernmentId: id,
  }));
  const turn = hostsNext(row.visits);
  const [values, setValues] = useState<Record<FieldName, string>>(() => ({
    hostSide: turn,
    hostGovernmentId: hostOf(parties, turn),
    startsOn: '',
    endsOn: '',
    purpose: '',
  }));
  const form = useForm(fields, checkBy('PlanVisit'));
  const field = (name: FieldName) => ({
    id: `visit-${name}`,
    label: t(`visits.field_${name}`),
    problem: form.problem(name),
    value: values[name],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }));
      form.clear(name);
    },
  });
  const plan = (event: FormEvent) => {
    event.preventDefault();
    const { hostGovernmentId, ...rest } = values;
    const input = {
      partnershipSlug: partnership.slug,
      visitId,
      ...rest,
      hostSide: values.hostSide as Side,
      ...(hostGovernmentId !== '' && { hostGovernmentId }),
    };
    void form.submit(filled(input), async () => {
      await hub.call('visit.plan', input);
      announce(t('visits.planned'));
      navigate({ to: '/v/$visitId', params: { visitId } }, { replace: true });
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={plan}>
      <ProblemSummary
        problems={fields.map((name) => ({
          fieldId: `visit-${name}`,
          label: t(`visits.field_${name}`),
          text: form.problem(name),
        }))}
        failures={form.failures}
      />
      <HostChoices
        parties={parties}
        side={{ ...field('hostSide'), hint: t(`visits.turn_${turn}`) }}
        host={field('hostGovernmentId')}
      />
      <div className={styles.pair}>
        <Line {...field('startsOn')} type="date" />
        <Line {...field('endsOn')} type="date" min={values.startsOn || undefined} />
      </div>
      <Line {...field('purpose')} hint={t('visits.purpose_hint')} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('visits.plan_it')}
        </Button>
        <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
          {t('visits.back')}
        </Link>
      </div>
    </form>
  );
}
