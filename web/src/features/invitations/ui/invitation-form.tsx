/** Inviting one person: who, to what, and until when. */
import type { Locale, NetworkPage, Role, Side } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { localeNames, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Field, inputClass } from '../../../ui';
import { isEnded, useNetworkCache } from '../../networks';
import { needsPartnership, takesPartnership, type Inviting } from '../may-invite';
import { useInvitationChanges } from '../use-invitations';

const fields = ['name', 'email', 'role', 'partnershipId', 'side', 'seatId', 'lastOn', 'locale'] as const;
type FieldName = (typeof fields)[number];
const seated: readonly Role[] = ['politician', 'senior_official'];

interface Values {
  name: string;
  email: string;
  role: Role | '';
  partnershipId: string;
  side: Side | '';
  seatId: string;
  lastOn: string;
  locale: Locale;
}

interface Props {
  /** Undefined where an administrator of the hub is invited. */
  network: NetworkPage | undefined;
  may: Inviting;
  onInvited: () => void;
}

export function InvitationForm({ network, may, onInvited }: Props) {
  const t = useT();
  const hub = useHub();
  const { forget } = useInvitationChanges();
  // A retry of the same form invites once.
  const [invitationId] = useState(() => uuid());
  const [values, setValues] = useState<Values>({
    name: '',
    email: '',
    role: may.roles.length === 1 ? (may.roles[0] ?? '') : '',
    partnershipId: may.sides?.length === 1 ? (may.sides[0]?.partnershipId ?? '') : '',
    side: may.sides?.length === 1 ? (may.sides[0]?.side ?? '') : '',
    seatId: '',
    lastOn: '',
    locale: 'en',
  });
  const form = useForm<FieldName>(fields, () => import('../invitation.schema'));
  const change = (part: Partial<Values>) => {
    setValues((before) => ({ ...before, ...part }));
    for (const field of Object.keys(part)) form.clear(field as FieldName);
  };
  const { role, partnershipId, side } = values;
  const inPartnership = role !== '' && takesPartnership(role);
  const onSide = role !== '' && needsPartnership(role);
  const partnerships = (network?.partnershipCards ?? []).filter(
    ({ id, status }) => !isEnded(status) && (!may.sides || may.sides.some((one) => one.partnershipId === id)),
  );
  const text = (field: FieldName, label: string) => ({ fieldId: `invite-${field}`, label, text: form.problem(field) });
  const problems = [
    text('name', t('invitations.name')),
    text('email', t('invitations.email')),
    text('role', t('invitations.role')),
    text('partnershipId', t('invitations.partnership')),
    text('side', t('invitations.side')),
    text('seatId', t('invitations.seat')),
    text('lastOn', t('invitations.last_on')),
  ];

  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, seatId, lastOn, locale } = values;
    const input = {
      invitationId,
      ...(network && { networkSlug: network.slug }),
      name,
      email,
      role: role as Role,
      locale,
      ...(inPartnership && partnershipId !== '' && { partnershipId }),
      ...(onSide && side !== '' && { side }),
      ...(onSide && seatId !== '' && { seatId }),
      ...(lastOn !== '' && { lastOn }),
    };
    void form.submit(input, async () => {
      await hub.call('invitation.create', input);
      forget();
      announce(t('invitations.sent', { name }));
      onInvited();
    });
  };

  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <Field id="invite-name" label={t('invitations.name')} problem={form.problem('name')}>
        {(control) => (
          <input
            {...control}
            className={inputClass}
            autoComplete="off"
            value={values.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="invite-email"
        label={t('invitations.email')}
        hint={t('invitations.email_hint')}
        problem={form.problem('email')}
      >
        {(control) => (
          <input
            {...control}
            type="email"
            className={inputClass}
            autoComplete="off"
            value={values.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        )}
      </Field>
      {may.roles.length > 1 && (
        <Field id="invite-role" label={t('invitations.role')} problem={form.problem('role')}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={role}
              onChange={(event) => change({ role: event.target.value as Role, seatId: '' })}
            >
              <option value="">{t('invitations.choose')}</option>
              {may.roles.map((one) => (
                <option key={one} value={one}>
                  {t(`role.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {inPartnership && (
        <Field id="invite-partnershipId" label={t('invitations.partnership')} problem={form.problem('partnershipId')}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={partnershipId}
              onChange={(event) => change({ partnershipId: event.target.value, seatId: '' })}
            >
              <option value="">{t(onSide ? 'invitations.choose' : 'invitations.whole_network')}</option>
              {partnerships.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {onSide && (
        <Field id="invite-side" label={t('invitations.side')} problem={form.problem('side')}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={side}
              onChange={(event) => change({ side: event.target.value as Side, seatId: '' })}
            >
              <option value="">{t('invitations.choose')}</option>
              {(['swedish', 'international'] as const)
                .filter(
                  (one) =>
                    !may.sides || may.sides.some((own) => own.partnershipId === partnershipId && own.side === one),
                )
                .map((one) => (
                  <option key={one} value={one}>
                    {t(`side.${one}`)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      {role !== '' && seated.includes(role) && side !== '' && (
        <SeatField
          slug={partnerships.find(({ id }) => id === partnershipId)?.slug}
          of={{ role, side }}
          value={values.seatId}
          problem={form.problem('seatId')}
          onChange={(seatId) => change({ seatId })}
        />
      )}
      <Field
        id="invite-lastOn"
        label={t('invitations.last_on')}
        hint={t('invitations.last_on_hint')}
        problem={form.problem('lastOn')}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            className={inputClass}
            value={values.lastOn}
            onChange={(event) => change({ lastOn: event.target.value })}
          />
        )}
      </Field>
      <Field id="invite-locale" label={t('invitations.locale')} hint={t('invitations.locale_hint')}>
        {(control) => (
          <select
            {...control}
            className={inputClass}
            value={values.locale}
            onChange={(event) => change({ locale: event.target.value as Locale })}
          >
            {(Object.keys(localeNames) as Locale[]).map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {localeNames[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(form.busy ? 'invitations.sending' : 'invitations.send')}
        </Button>
      </div>
    </form>
  );
}

interface SeatProps {
  slug: string | undefined;
  of: { role: Role; side: Side };
  value: string;
  problem: string | undefined;
  onChange: (seatId: string) => void;
}

/** The vacant seats of that side; readers who do not see the composition have none to choose from. */
function SeatField({ slug, of, value, problem, onChange }: SeatProps) {
  const t = useT();
  const cache = useNetworkCache();
  const { data } = useQuery({ ...cache.partnership(slug ?? ''), enabled: slug !== undefined });
  const vacant = (data?.steeringGroup.seats ?? []).filter(
    (seat) => seat.holder === null && seat.role === of.role && seat.side === of.side,
  );
  if (vacant.length === 0) return null;
  return (
    <Field id="invite-seatId" label={t('invitations.seat')} hint={t('invitations.seat_hint')} problem={problem}>
      {(control) => (
        <select {...control} className={inputClass} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('invitations.seat_none')}</option>
          {vacant.map(({ id, mandate }, n) => (
            <option key={id} value={id}>
              {mandate && mandate !== 'none'
                ? t(`mandate.${mandate}`)
                : t('invitations.seat_number', { number: n + 1 })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
