/** Looking after a partnership: its name, how far it is, who its partners are, and the seats of its steering group. */
import type { PartnershipPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { checkBy } from '../check-by';
import { PartiesSettings } from './parties-settings';
import { SeatsSettings } from './seats-settings';
import styles from './settings.module.css';
import { StatusSettings } from './status-settings';

export function PartnershipSettingsRoute() {
  const { partnershipSlug } = useParams('/p/$partnershipSlug/settings');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().partnership(partnershipSlug));
  useHere(data?.network.slug);
  if (data) return <Settings key={partnershipSlug} partnership={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('field.loading')} />;
}

function Settings({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const { may } = partnership;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('partnership_settings.title', { partnership: partnership.name })}
        path={
          <Path>
            <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
              {partnership.name}
            </Link>
          </Path>
        }
      >
        {t('partnership_settings.heading')}
      </PageHeader>
      {may.change && (
        <>
          <NameSettings partnership={partnership} />
          <StatusSettings partnership={partnership} />
          <PartiesSettings partnership={partnership} />
        </>
      )}
      {may.seats && <SeatsSettings partnership={partnership} />}
      {!may.change && !may.seats && <EmptyState title={t('field.none')}>{t('field.none_hint')}</EmptyState>}
    </div>
  );
}

function NameSettings({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const [name, setName] = useState(partnership.name);
  const [associate, setAssociate] = useState(partnership.associate);
  const form = useForm(['name'], checkBy('ChangePartnership'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = { partnershipSlug: partnership.slug, name, associate };
    void form.submit(input, async () => {
      await hub.call('partnership.change', input);
      await cache.refresh();
      announce(t('field.saved'));
    });
  };
  return (
    <section aria-labelledby="name" className={styles.section}>
      <h2 id="name">{t('partnership_settings.name')}</h2>
      <form ref={box} noValidate className={forms.form} onSubmit={save}>
        <Line
          id="partnership-name"
          label={t('partnership_new.name')}
          hint={t('partnership_settings.name_hint')}
          problem={form.problem('name')}
          value={name}
          onChange={(value) => {
            setName(value);
            form.clear('name');
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
        <div>
          <Button type="submit" busy={form.busy}>
            {t('field.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
