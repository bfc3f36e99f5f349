/** The partners on both sides: who leaves and when, and who joins. */
import type { Party, PartnershipPage, Side } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { filled } from '../../../forms/filled';
import { Choice, Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { checkBy } from '../check-by';
import { today } from '../today';
import { useGovernments } from '../use-governments';
import { GovernmentAdd } from './government-add';
import { GovernmentOptions } from './government-options';
import styles from './settings.module.css';

const sides: readonly Side[] = ['swedish', 'international'];

export function PartiesSettings({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  return (
    <section aria-labelledby="partners" className={styles.section}>
      <h2 id="partners" tabIndex={-1}>
        {t('partnership_settings.parties')}
      </h2>
      {sides.map((side) => {
        const parties = partnership.parties.filter((party) => party.side === side);
        return (
          <div key={side} className={styles.side}>
            <h3>{t(`side.${side}`)}</h3>
            {parties.length === 0 ? (
              <p className={styles.more}>{t('partnership_settings.party_none')}</p>
            ) : (
              <ul className={styles.list}>
                {parties.map((party) => (
                  <PartyItem key={party.id} party={party} partnershipSlug={partnership.slug} />
                ))}
              </ul>
            )}
          </div>
        );
      })}
      <Joining partnership={partnership} />
    </section>
  );
}

function PartyItem({ party, partnershipSlug }: { party: Party; partnershipSlug: string }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const { date } = useFormats();
  const [open, setOpen] = useState(false);
  const [untilOn, setUntilOn] = useState(party.untilOn ?? today());
  const form = useForm(['untilOn'], checkBy('LeaveParty'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const { name } = party.localGovernment;
  const leave = (event: FormEvent) => {
    event.preventDefault();
    const input = { partnershipSlug, partyId: party.id, untilOn };
    void form.submit(filled(input), async () => {
      await hub.call('party.leave', input);
      await cache.refresh();
      announce(t('partnership_settings.party_left', { name, date: date(untilOn) }));
      // The partner may be gone from the list by now, and the form is.
      document.getElementById('partners')?.focus();
      setOpen(false);
    });
  };
  return (
    <li>
      <div className={styles.row}>
        <div>
          <p className={styles.name}>{name}</p>
          <p className={styles.more}>
            {t('partnership_settings.party_since', { date: date(party.fromOn) })}
            {party.untilOn !== null && `, ${t('partnership_settings.party_leaves', { date: date(party.untilOn) })}`}
          </p>
        </div>
        {!open && (
          <Button look="quiet" onClick={() => setOpen(true)}>
            {t('partnership_settings.party_leave', { name })}
          </Button>
        )}
      </div>
      {open && (
        <form ref={box} noValidate className={forms.form} onSubmit={leave}>
          <Line
            id={`leave-${party.id}`}
            label={t('partnership_settings.party_last', { name })}
            problem={form.problem('untilOn')}
            type="date"
            min={party.fromOn}
            value={untilOn}
            onChange={(value) => {
              setUntilOn(value);
              form.clear('untilOn');
            }}
          />
          {form.refused !== undefined && <Failed error={form.refused} />}
          <div>
            <Button type="submit" busy={form.busy}>
              {t('partnership_settings.party_leave_now', { name })}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

function Joining({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const governments = useGovernments(partnership.network.slug);
  const fresh = () => ({ partyId: uuid(), localGovernmentId: '', fromOn: today() });
  const [side, setSide] = useState<Side>(partnership.missingSides[0] ?? 'international');
  const [values, setValues] = useState(fresh);
  const form = useForm(['localGovernmentId', 'fromOn'], checkBy('JoinParty'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const set = (field: 'localGovernmentId' | 'fromOn') => (value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    form.clear(field);
  };
  const join = (event: FormEvent) => {
    event.preventDefault();
    const input = { partnershipSlug: partnership.slug, side, ...values };
    const name = governments.data?.find(({ id }) => id === values.localGovernmentId)?.name ?? '';
    void form.submit(filled(input), async () => {
      await hub.call('party.join', input);
      await cache.refresh();
      announce(t('partnership_settings.party_joined', { name }));
      setValues(fresh());
    });
  };
  return (
    <form ref={box} noValidate className={styles.box} onSubmit={join} aria-labelledby="party-join">
      <h3 id="party-join">{t('partnership_settings.party_join')}</h3>
      <Choice
        id="party-side"
        label={t('partnership_settings.party_side')}
        problem={undefined}
        value={side}
        onChange={(value) => {
          setSide(value as Side);
          set('localGovernmentId')('');
        }}
      >
        {sides.map((one) => (
          <option key={one} value={one}>
            {t(`side.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice
        id="party-who"
        label={t('partnership_settings.party_who')}
        problem={form.problem('localGovernmentId')}
        value={values.localGovernmentId}
        onChange={set('localGovernmentId')}
      >
        <GovernmentOptions governments={governments.data ?? []} side={side} />
      </Choice>
      <GovernmentAdd networkSlug={partnership.network.slug} />
      <Line
        id="party-from"
        label={t('partnership_settings.party_from')}
        problem={form.problem('fromOn')}
        type="date"
        max={today()}
        value={values.fromOn}
        onChange={set('fromOn')}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <Button type="submit" busy={form.busy}>
        {t('partnership_settings.party_join_now')}
      </Button>
    </form>
  );
}
