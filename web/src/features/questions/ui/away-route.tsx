/** Days on which somebody does not answer, and who stands in for them. */
import type { AwayPeriod } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useAway, useReload } from '../use-questions';
import { AwayForm } from './away-form';

export function AwayRoute() {
  const t = useT();
  const { data, error, refetch } = useAway();
  return (
    <>
      <PageHeader
        path={
          <Path>
            <Link to="/settings">{t('nav.settings')}</Link>
          </Path>
        }
        lead={t('questions.away_lead')}
      >
        {t('questions.away')}
      </PageHeader>
      <div className={pages.page}>
        {data ? (
          <Periods of={data} />
        ) : error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading text={t('questions.loading_form')} />
        )}
        <AwayForm />
      </div>
    </>
  );
}

function Periods({ of }: { of: readonly AwayPeriod[] }) {
  const t = useT();
  const hub = useHub();
  const reload = useReload();
  const { date } = useFormats();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const remove = async (awayId: string) => {
    setBusy(true);
    setError(undefined);
    try {
      await hub.call('away.remove', { awayId });
      await reload('away');
      announce(t('questions.away_removed'));
      document.getElementById('periods')?.focus();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const days = ({ fromOn, untilOn }: AwayPeriod) =>
    fromOn === untilOn ? date(fromOn) : t('questions.away_days', { from: date(fromOn), until: date(untilOn) });
  return (
    <section aria-labelledby="periods" className={pages.section}>
      <h2 id="periods" tabIndex={-1}>
        {t('questions.away_coming')}
      </h2>
      {of.length === 0 ? (
        <EmptyState title={t('questions.away_none')} />
      ) : (
        <ul className={pages.list}>
          {of.map((one) => (
            <li key={one.id} className={pages.item}>
              <p>
                <strong>{days(one)}</strong>
              </p>
              <p className={pages.facts}>
                {one.standIn ? t('questions.away_stand_in', { name: one.standIn.name }) : t('questions.away_queue')}
              </p>
              <div>
                <Button
                  look="quiet"
                  busy={busy}
                  aria-label={t('questions.away_remove_of', { days: days(one) })}
                  onClick={() => void remove(one.id)}
                >
                  {t('questions.away_remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <Failed error={error} />}
    </section>
  );
}
