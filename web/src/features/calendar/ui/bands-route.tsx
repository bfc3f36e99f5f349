/** The times behind the timelines: elections, holidays and budget years, by country, with the way to add and to remove. */
import type { BandList, CalendarBand } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '../../../forms/inputs';
import { useCollator, useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { EmptyState, Failed, Loading, PageHeader, useNow } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { bandList } from '../queries';
import { BandForm } from './band-form';
import { BandRemoved, type Removed } from './band-removed';
import { BandRow } from './band-row';
import styles from './calendar.module.css';

export function BandsRoute() {
  const t = useT();
  const { data, error, refetch } = useQuery(bandList(useHub()));
  if (data) return <Bands list={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('bands.loading')} />;
}

function Bands({ list: { bands, may } }: { list: BandList }) {
  const t = useT();
  const { countryName } = useFormats();
  const collator = useCollator();
  const countries = [...new Set(bands.map(({ country }) => country))].sort((a, b) =>
    collator.compare(countryName(a), countryName(b)),
  );
  const [chosen, setChosen] = useState<string>();
  const [removed, setRemoved] = useState<Removed>();
  // The button that was pressed is gone.
  const toHeading = () => document.getElementById('bands')?.focus();
  const onRemoved = may.change
    ? (gone: Removed) => {
        setRemoved(gone);
        toHeading();
      }
    : undefined;
  const country = chosen !== undefined && countries.includes(chosen) ? chosen : countries[0];
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const shown = bands.filter((band) => band.country === country);
  const ahead = shown.filter(({ endsOn }) => endsOn >= today);
  const past = shown.filter(({ endsOn }) => endsOn < today).toReversed();
  return (
    <div className={sections.page}>
      <PageHeader lead={t('bands.lead')}>{t('bands.title')}</PageHeader>
      <section className={sections.section} aria-labelledby="bands">
        <h2 id="bands" tabIndex={-1}>
          {t('bands.list')}
        </h2>
        {removed && (
          <BandRemoved
            key={removed.bandId}
            removed={removed}
            onBack={() => {
              setRemoved(undefined);
              toHeading();
            }}
          />
        )}
        {country === undefined ? (
          <EmptyState title={t('bands.none')}>{t('bands.none_hint')}</EmptyState>
        ) : (
          <>
            <div className={styles.narrow}>
              <Choice
                id="country"
                label={t('bands.country')}
                problem={undefined}
                required={false}
                value={country}
                onChange={setChosen}
              >
                {countries.map((one) => (
                  <option key={one} value={one}>
                    {countryName(one)}
                  </option>
                ))}
              </Choice>
            </div>
            <List bands={ahead} onRemoved={onRemoved} />
            {past.length > 0 && (
              <details>
                <summary className={styles.past}>{t('bands.past', { count: past.length })}</summary>
                <List bands={past} onRemoved={onRemoved} />
              </details>
            )}
          </>
        )}
      </section>
      {may.change && (
        <section className={sections.section} aria-labelledby="band-add">
          <h2 id="band-add">{t('bands.add')}</h2>
          <BandForm onAdded={setChosen} />
        </section>
      )}
    </div>
  );
}

interface ListProps {
  bands: readonly CalendarBand[];
  onRemoved: ((removed: Removed) => void) | undefined;
}

function List({ bands, onRemoved }: ListProps) {
  return (
    <ul className={sections.rows}>
      {bands.map((band) => (
        <BandRow key={band.id} band={band} onRemoved={onRemoved && ((name) => onRemoved({ bandId: band.id, name }))} />
      ))}
    </ul>
  );
}
