/** What an invitation offers, and accepting it: a newcomer says who they are, somebody known presses a button. */
import type { InvitationOffer } from '@hub/contracts';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Button, buttonClass } from '../../../ui/button';
import { Failed } from '../../../ui/failed';
import { Field, inputClass } from '../../../ui/field';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { useNow } from '../../../ui/time';
import { entered, useSession } from '../../session';
import { callHub, tokenHere } from '../hub';
import { isGone } from '../is-gone';
import styles from './entrance.module.css';

export function InvitationPage() {
  const t = useT();
  const [token] = useState(tokenHere);
  const [offer, setOffer] = useState<InvitationOffer>();
  const [error, setError] = useState<unknown>();
  const [accepted, setAccepted] = useState(false);
  const load = useCallback(() => {
    setError(undefined);
    callHub('invitation.open', { token }).then(setOffer, setError);
  }, [token]);
  useEffect(load, [load]);

  if (accepted) return <Accepted />;
  if (isGone(error)) return <Gone />;
  if (error !== undefined) return <Failed page error={error} onRetry={load} />;
  if (!offer) return <Loading text={t('invitation.loading')} />;
  return <Offer offer={offer} token={token} onGone={setError} onAccepted={() => setAccepted(true)} />;
}

function Accepted() {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader lead={t('invitation.accepted_hint')}>{t('invitation.accepted')}</PageHeader>
      <a href="/" className={buttonClass('primary')}>
        {t('invitation.sign_in')}
      </a>
    </div>
  );
}

function Gone() {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader lead={t('invitation.gone_hint')}>{t('invitation.gone')}</PageHeader>
      <a href="/" className={buttonClass('primary')}>
        {t('invitation.sign_in')}
      </a>
    </div>
  );
}

interface OfferProps {
  offer: InvitationOffer;
  token: string;
  onGone: (error: unknown) => void;
  /** Somebody whom the hub knew, and who signs in as always. */
  onAccepted: () => void;
}

function Offer({ offer, token, ...on }: OfferProps) {
  const t = useT();
  const session = useSession();
  const { date } = useFormats();
  const { email, network, partnership, invitedBy, lastOn } = offer;
  const role = t(`role.${offer.role}`);
  return (
    <div className={styles.page}>
      <PageHeader
        lead={
          invitedBy === null
            ? t('invitation.lead_hub', { email, role })
            : t('invitation.lead', { inviter: invitedBy, email, role })
        }
      >
        {network === null ? t('invitation.title_hub') : t('invitation.title', { place: network })}
      </PageHeader>
      {(partnership !== null || lastOn !== null || offer.known) && (
        <div className={styles.facts}>
          {partnership !== null && (
            <p>
              {t('invitation.partnership')}: <strong>{partnership}</strong>
            </p>
          )}
          {lastOn !== null && <p>{t('invitation.until', { date: date(lastOn) })}</p>}
          {offer.known && <p>{t('invitation.known')}</p>}
        </div>
      )}
      {session.state === 'in' && !offer.known && (
        <p className={styles.note}>{t('invitation.other', { name: session.person.name, email })}</p>
      )}
      <AcceptForm offer={offer} token={token} {...on} />
    </div>
  );
}

function AcceptForm({ offer, token, onGone, onAccepted }: OfferProps) {
  const t = useT();
  const locale = useLocale();
  const [values, setValues] = useState({ name: offer.name, title: '', timeZone: deviceZone() });
  const form = useForm(['name', 'title', 'timeZone']);
  const change = (part: Partial<typeof values>) => {
    setValues((before) => ({ ...before, ...part }));
    for (const field of Object.keys(part)) form.clear(field as keyof typeof values);
  };
  const problems = [
    { fieldId: 'accept-name', label: t('invitation.name'), text: form.problem('name') },
    { fieldId: 'accept-title', label: t('invitation.work_title'), text: form.problem('title') },
    { fieldId: 'accept-zone', label: t('invitation.zone'), text: form.problem('timeZone') },
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(values, async () => {
      try {
        const state = await callHub('invitation.accept', { token, ...values, locale });
        if (state.person) await entered(state);
        else onAccepted();
      } catch (error) {
        if (!isGone(error)) throw error;
        onGone(error);
      }
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      {!offer.known && (
        <fieldset className={styles.you}>
          <legend>{t('invitation.you')}</legend>
          <Field
            id="accept-name"
            label={t('invitation.name')}
            hint={t('invitation.name_hint')}
            problem={form.problem('name')}
          >
            {(control) => (
              <input
                {...control}
                className={inputClass}
                autoComplete="name"
                value={values.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Field>
          <Field
            id="accept-title"
            label={t('invitation.work_title')}
            hint={t('invitation.work_title_hint')}
            problem={form.problem('title')}
          >
            {(control) => (
              <input
                {...control}
                className={inputClass}
                autoComplete="organization-title"
                value={values.title}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
          <ZoneField
            zone={values.timeZone}
            problem={form.problem('timeZone')}
            onChange={(timeZone) => change({ timeZone })}
          />
          <p className={styles.hint}>{t('invitation.seen')}</p>
        </fieldset>
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(form.busy ? 'invitation.accepting' : offer.known ? 'invitation.accept_known' : 'invitation.accept')}
        </Button>
      </div>
    </form>
  );
}

function ZoneField({
  zone,
  problem,
  onChange,
}: {
  zone: string;
  problem: string | undefined;
  onChange: (zone: string) => void;
}) {
  const t = useT();
  const { time } = useFormats();
  const now = useNow();
  return (
    <Field
      id="accept-zone"
      label={t('invitation.zone')}
      hint={t('invitation.zone_hint', { time: time(now, zone) })}
      problem={problem}
    >
      {(control) => (
        <select {...control} className={inputClass} value={zone} onChange={(event) => onChange(event.target.value)}>
          {[...new Set([zone, ...Intl.supportedValuesOf('timeZone')])].sort().map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
