/** The next stage of a partnership, from which day, and why. */
import type { PartnershipPage, PartnershipStatus } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
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
import { closesChannels, stages } from '../stages';
import { today } from '../today';
import styles from './settings.module.css';

export function StatusSettings({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const { date } = useFormats();
  const [values, setValues] = useState({ status: '' as PartnershipStatus | '', fromOn: today(), reason: '' });
  const form = useForm(['status', 'fromOn', 'reason'], checkBy('SetPartnershipStatus'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const { status } = values;
  const nameOf = (one: PartnershipStatus) => t(`partnership_status.${one}`);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { slug: partnershipSlug } = partnership;
    void form.submit(filled({ partnershipSlug, ...values }), async () => {
      if (status === '') return;
      await hub.call('partnership.status', { partnershipSlug, ...values, status });
      await cache.refresh();
      announce(t('partnership_settings.status_done', { status: nameOf(status) }));
      setValues({ status: '', fromOn: today(), reason: '' });
    });
  };
  const line = (field: keyof typeof values) => ({
    id: `status-${field}`,
    problem: form.problem(field),
    value: values[field],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      form.clear(field);
    },
  });
  return (
    <section aria-labelledby="stage" className={styles.section}>
      <h2 id="stage">{t('partnership_settings.status')}</h2>
      <p>
        {t('partnership_settings.status_now', {
          status: nameOf(partnership.status),
          date: date(partnership.statusFromOn),
        })}
      </p>
      <form ref={box} noValidate className={forms.form} onSubmit={save}>
        <Choice {...line('status')} label={t('partnership_settings.status_next')}>
          <option value="">{t('partnership_settings.status_choose')}</option>
          {stages
            .filter((one) => one !== partnership.status)
            .map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
        </Choice>
        {status !== '' && closesChannels(status) && (
          <p className={styles.note}>{t('partnership_settings.status_ends')}</p>
        )}
        <Line
          {...line('fromOn')}
          label={t('partnership_settings.status_from')}
          hint={t('partnership_settings.status_from_hint', { from: date(partnership.statusFromOn) })}
          type="date"
          min={partnership.statusFromOn}
          max={today()}
        />
        <Line
          {...line('reason')}
          label={t('partnership_settings.status_reason')}
          hint={t('partnership_settings.status_reason_hint')}
          required={false}
        />
        {form.refused !== undefined && <Failed error={form.refused} />}
        <div>
          <Button type="submit" busy={form.busy}>
            {t('partnership_settings.status_set')}
          </Button>
        </div>
      </form>
    </section>
  );
}
