/** What the shapes and stripes of the picture mean, in words. */
import type { TimelineNetwork, VisitState } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import type { bandsShown } from '../bands';
import { standings } from '../standing';
import { useWords } from '../use-words';
import styles from './legend.module.css';
import { StateTag, VisitTag } from './state-tag';

const visitStates = [
  'planned',
  'confirmed',
  'held',
  'held_online',
  'moved',
  'postponed',
  'cancelled',
] as const satisfies VisitState[];

interface Props {
  bands: ReturnType<typeof bandsShown>;
  networks: readonly TimelineNetwork[];
}

export function Legend({ bands, networks }: Props) {
  const t = useT();
  const visits = new Set(networks.flatMap(({ rows }) => rows.flatMap((row) => row.visits.map(({ state }) => state))));
  return (
    <section className={styles.legend} aria-labelledby="timeline-legend">
      <h2 id="timeline-legend">{t('timeline.legend')}</h2>
      <ul className={styles.marks}>
        {standings.map((standing) => (
          <li key={standing}>
            <StateTag standing={standing} />
          </li>
        ))}
        <li>
          <i className={styles.line} data-kind="ghost" aria-hidden />
          {t('timeline.legend_ghost')}
        </li>
        <li>
          <i className={styles.line} data-kind="network" aria-hidden />
          {t('timeline.legend_network')}
        </li>
        <li>
          <i className={styles.line} data-kind="today" aria-hidden />
          {t('timeline.legend_today')}
        </li>
      </ul>
      {visits.size > 0 && (
        <>
          <h3>{t('timeline.kind_visits')}</h3>
          <ul className={styles.marks}>
            {visitStates
              .filter((state) => visits.has(state))
              .map((state) => (
                <li key={state}>
                  <VisitTag state={state} />
                </li>
              ))}
          </ul>
        </>
      )}
      {bands.length > 0 && <Bands bands={bands} />}
    </section>
  );
}

function Bands({ bands }: Pick<Props, 'bands'>) {
  const t = useT();
  const words = useWords();
  const { countryName } = useFormats();
  return (
    <>
      <h3>{t('timeline.bands')}</h3>
      <div className={styles.kinds}>
        {bands.map(({ kind, bands: all }) => (
          <details key={kind} className={styles.bands}>
            <summary>
              <i className={styles.band} data-kind={kind} aria-hidden />
              {t(`timeline.band_${kind}`)} ({all.length})
            </summary>
            <ul>
              {all.map((band) => {
                const { text, lang } = words.named(band.names);
                return (
                  <li key={band.id}>
                    {countryName(band.country)}: <span lang={lang}>{text}</span>,{' '}
                    {band.startsOn === band.endsOn
                      ? words.date(band.startsOn)
                      : t('timeline.span', { from: words.date(band.startsOn), to: words.date(band.endsOn) })}
                  </li>
                );
              })}
            </ul>
          </details>
        ))}
      </div>
    </>
  );
}
