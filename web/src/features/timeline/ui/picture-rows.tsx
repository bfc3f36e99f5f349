/** A network in the picture: its own milestones as lines through all rows, and a row for each of its partnerships. */
import type { CalendarBand } from '@hub/contracts';
import { memo, useMemo, type CSSProperties } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { useNow } from '../../../ui';
import type { Axis } from '../axis';
import { stripesOf } from '../bands';
import { dayOf } from '../days';
import type { MilestoneMark, PictureNetwork, PictureRow, VisitMark } from '../picture';
import { useWords, type Words } from '../use-words';
import marks from './marks.module.css';
import styles from './picture.module.css';

/** Beyond these, rows out of sight are not laid out. */
const fewRows = 20;

interface Props {
  picture: PictureNetwork;
  axis: Axis;
  today: string;
  bands: readonly CalendarBand[];
  /** There are several, so that each needs its name. */
  named: boolean;
  /** Names stand beside the marks. */
  labelled: boolean;
}

export const NetworkRows = memo(function NetworkRows({ picture, axis, today, bands, named, labelled }: Props) {
  const t = useT();
  const { network } = picture;
  const stripes = useMemo(() => stripesByCountries(picture, bands, axis), [picture, bands, axis]);
  return (
    <section
      className={styles.network}
      aria-label={network.name}
      data-many={picture.rows.length > fewRows || undefined}
    >
      <div className={styles.lines} aria-hidden>
        {axis.quarters.slice(1).map(({ from, number, quarter }) => (
          <i key={from} data-year={isYear(number, quarter) || undefined} style={at(from)} />
        ))}
        {picture.milestones.map(({ id, from }) => (
          <i key={id} data-network style={at(from)} />
        ))}
        <i data-today style={at(axis.at(dayOf(today), network))} />
      </div>
      <div className={styles.row} data-row data-of-network>
        <div className={styles.side} lang={named ? 'en' : undefined}>
          {named ? (
            <Link to="/n/$networkSlug/timeline" params={{ networkSlug: network.slug }} className={styles.networkName}>
              {network.name}
            </Link>
          ) : (
            <span className={styles.networkName}>{t('timeline.whole_network')}</span>
          )}
        </div>
        <Track all={picture.milestones} lanes={picture.lanes} milestoneLanes={picture.lanes} labelled={labelled}>
          {t('timeline.whole_network')}
        </Track>
      </div>
      {picture.rows.map((row) => (
        <PartnershipRow
          key={row.row.partnership.id}
          of={row}
          stripes={stripes.get(row.row.partnership.countries.join()) ?? 'none'}
          labelled={labelled}
        />
      ))}
    </section>
  );
});

function PartnershipRow({ of, stripes, labelled }: { of: PictureRow; stripes: string; labelled: boolean }) {
  const t = useT();
  const words = useWords();
  const { row, lanes, visitLanes } = of;
  const { partnership } = row;
  const told = words.told(row, useNow());
  const all = useMemo(() => [...of.milestones, ...of.visits].sort((a, b) => a.from - b.from), [of]);
  return (
    <div className={styles.row} data-row>
      <div className={styles.side}>
        <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }} className={styles.name}>
          {partnership.name}
        </Link>
        <span className={styles.told}>
          {partnership.status !== 'active' && <b>{t(`partnership_status.${partnership.status}`)}</b>}
          {partnership.associate && <b>{t('partnership.associate')}</b>}
          {told}
        </span>
      </div>
      <Track all={all} lanes={lanes + visitLanes} milestoneLanes={lanes} stripes={stripes} labelled={labelled}>
        {`${partnership.name}, ${told}`}
      </Track>
    </div>
  );
}

interface TrackProps {
  all: readonly (MilestoneMark | VisitMark)[];
  lanes: number;
  /** Visits lie below these. */
  milestoneLanes: number;
  stripes?: string;
  labelled: boolean;
  /** What it is of. */
  children: string;
}

function Track({ all, lanes, milestoneLanes, stripes, labelled, children }: TrackProps) {
  const words = useWords();
  return (
    <div className={styles.track} style={{ '--lanes': Math.max(1, lanes), backgroundImage: stripes } as CSSProperties}>
      {all.length > 0 && (
        <div role="group" aria-label={children}>
          {all.map((mark) => (
            <Mark
              key={mark.id}
              mark={mark}
              lane={mark.lane + ('visit' in mark ? milestoneLanes : 0)}
              labelled={labelled}
              words={words}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface MarkProps {
  mark: MilestoneMark | VisitMark;
  lane: number;
  labelled: boolean;
  /** Given by the row: there are hundreds of marks. */
  words: Words;
}

function Mark({ mark, lane, labelled, words }: MarkProps) {
  const isVisit = 'visit' in mark;
  const label = isVisit ? words.visit(mark.visit) : words.milestone(mark.milestone, mark.item);
  const name = labelled && (isVisit ? { text: words.visitName(mark.visit), lang: undefined } : words.name(mark.item));
  const { from, to, planned } = mark;
  return (
    <>
      {planned !== undefined && (
        <i
          className={styles.ghost}
          data-back={planned > from || undefined}
          style={{ ...span(Math.min(from, planned), Math.max(from, planned)), '--lane': lane } as CSSProperties}
        />
      )}
      <button
        type="button"
        tabIndex={-1}
        className={styles.mark}
        data-mark={mark.id}
        data-at={from}
        data-long={isVisit || undefined}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        style={{ ...(isVisit ? span(from, to) : at(from)), '--lane': lane } as CSSProperties}
      >
        {isVisit ? (
          <i className={marks.span} data-visit={mark.visit.state} />
        ) : (
          <i className={marks.shape} data-standing={mark.standing} />
        )}
        {name && (
          <span className={styles.label} lang={name.lang}>
            {name.text}
          </span>
        )}
      </button>
    </>
  );
}

function stripesByCountries(
  { network, rows }: PictureNetwork,
  bands: readonly CalendarBand[],
  axis: Axis,
): Map<string, string> {
  const stripes = new Map<string, string>();
  for (const { row } of rows) {
    const { countries } = row.partnership;
    const key = countries.join();
    if (!stripes.has(key)) stripes.set(key, stripesOf(bands, countries, axis, network));
  }
  return stripes;
}

/** The first quarter of a year, or the first month of one. */
function isYear(number: number, quarter: number | undefined): boolean {
  return quarter === undefined ? number % 12 === 1 : quarter === 1;
}

const percent = (part: number) => `${100 * part}%`;
const at = (part: number) => ({ insetInlineStart: percent(part) });
const span = (from: number, to: number) => ({ insetInlineStart: percent(from), inlineSize: percent(to - from) });
