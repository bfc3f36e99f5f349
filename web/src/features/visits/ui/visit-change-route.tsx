/** The plan of a visit on a page of its own: who hosts, what for, who comes, and what is prepared. */
import type { VisitPage } from '@hub/contracts';
import type { FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Choice, Line, Lines } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useT } from '../../../i18n';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { useVisit } from '../use-visit';
import { useVisitForm } from '../use-visit-form';
import { changedPlan, costOwners, planOf, preparationField, preparations, preparationStates } from '../visit-values';
import { Begun } from './begun';
import { Clashes } from './clashes';
import { HostChoices } from './host-choices';
import { ParticipantsInput } from './participants-input';
import { useWords } from './use-words';
import styles from './visits.module.css';

export function VisitChangeRoute() {
  const { visitId } = useParams('/v/$visitId/change');
  const t = useT();
  const { data, error, refetch } = useVisit(visitId);
  useHere(data?.network.slug);
  if (data) return <Change key={visitId} page={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('visits.loading')} />;
}

function Change({ page }: { page: VisitPage }) {
  const t = useT();
  const words = useWords();
  const { visit, partnership, may } = page;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('visits.change_title', { title: words.title(visit), partnership: partnership.name })}
        path={
          <Path>
            <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
              {partnership.name}
            </Link>
            <Link to="/v/$visitId" params={{ visitId: visit.id }}>
              {words.title(visit)}
            </Link>
          </Path>
        }
      >
        {t('visits.change_plan')}
      </PageHeader>
      {may.change ? (
        <PlanForm page={page} />
      ) : (
        <EmptyState title={t('visits.not_yours')}>{t('visits.not_yours_hint')}</EmptyState>
      )}
    </div>
  );
}

const fields = ['hostSide', 'hostGovernmentId', 'purpose', 'programme', 'participants', 'checklist', 'costOwner'];

function PlanForm({ page }: { page: VisitPage }) {
  const t = useT();
  const own = useVisitForm(page, { name: 'plan', fields, valuesOf: planOf, changedIn: changedPlan });
  const { form, values } = own;
  const params = { visitId: page.visit.id };
  const field = (name: string, path = name) => ({
    id: `visit-${name}`,
    problem: form.problem(path),
    value: values[name] ?? '',
    onChange: (value: string) => own.set(name, value),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    own.save({}, (version) => {
      if (version !== undefined) announce(t('visits.saved'));
      navigate({ to: '/v/$visitId', params });
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={save}>
      <ProblemSummary
        problems={[
          {
            fieldId: 'visit-hostGovernmentId',
            label: t('visits.field_hostGovernmentId'),
            text: form.problem('hostGovernmentId'),
          },
          { fieldId: 'visit-purpose', label: t('visits.field_purpose'), text: form.problem('purpose') },
          { fieldId: 'visit-programme', label: t('visits.field_programme'), text: form.problem('programme') },
          { fieldId: 'visit-participants', label: t('visits.people'), text: form.problem('participants') },
        ]}
        failures={form.failures}
      />
      <Begun form={own} />
      <Clashes clashes={own.clashes} page={page} onTheirs={own.takeTheirs} />
      <HostChoices parties={page.parties} side={field('hostSide')} host={field('hostGovernmentId')} />
      <Line {...field('purpose')} label={t('visits.field_purpose')} hint={t('visits.purpose_hint')} />
      <Lines
        {...field('programme')}
        label={t('visits.field_programme')}
        hint={t('visits.programme_hint')}
        required={false}
      />
      <ParticipantsInput page={page} values={values} problem={form.problem('participants')} onChange={own.set} />
      <Choice {...field('costOwner')} label={t('visits.field_costOwner')} required={false}>
        <option value="">{t('visits.cost_open')}</option>
        {costOwners.map((one) => (
          <option key={one} value={one}>
            {t(`cost_owner.${one}`)}
          </option>
        ))}
      </Choice>
      <fieldset className={forms.group}>
        <legend>{t('visits.checklist')}</legend>
        <p className={styles.more}>{t('visits.no_passports')}</p>
        {preparations.map((one) => (
          <Choice key={one} {...field(preparationField(one), 'checklist')} label={t(`visits.checklist_${one}`)}>
            {preparationStates.map((state) => (
              <option key={state} value={state}>
                {t(`preparation.${state}`)}
              </option>
            ))}
          </Choice>
        ))}
      </fieldset>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('visits.save')}
        </Button>
        <Link to="/v/$visitId" params={params}>
          {t('visits.back')}
        </Link>
      </div>
    </form>
  );
}
