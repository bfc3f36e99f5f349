/** What a mark stands for, beside it: Escape or a press elsewhere closes it and gives the focus back. */
import type { TimelineNetwork, TimelineRow } from '@hub/contracts';
import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../../i18n';
import { buttonClass } from '../../../ui';
import type { MilestoneMark, VisitMark } from '../picture';
import { useWords } from '../use-words';
import styles from './mark-card.module.css';
import { StateTag, VisitTag } from './state-tag';
import { MilestoneLink, VisitLink } from './thing-link';

interface Props {
  mark: MilestoneMark | VisitMark;
  network: TimelineNetwork;
  /** Of a partnership, or of the whole network. */
  row: TimelineRow | undefined;
  anchor: HTMLElement;
  today: string;
  onClose(): void;
}

export function MarkCard({ mark, network, row, anchor, today, onClose }: Props) {
  const t = useT();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const words = useWords();
  const { text, lang } =
    'visit' in mark ? { text: words.visitName(mark.visit), lang: undefined } : words.name(mark.item);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    element.showPopover();
    place(element, anchor);
    element.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }, [anchor]);
  useEffect(() => {
    const element = card.current;
    const toggled = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'closed') return;
      // A press on something else has taken the focus there already.
      if (document.activeElement === document.body || element?.contains(document.activeElement))
        anchor.focus({ preventScroll: true });
      onClose();
    };
    element?.addEventListener('toggle', toggled);
    return () => element?.removeEventListener('toggle', toggled);
  }, [anchor, onClose]);

  return (
    <div ref={card} popover="auto" role="dialog" aria-labelledby={id} className={styles.card}>
      <div className={styles.top}>
        <p className={styles.kind}>
          {'visit' in mark ? t('timeline.kind_visit') : t(`milestone_kind.${mark.item.kind}`)}
        </p>
        <button type="button" className={styles.close} onClick={() => card.current?.hidePopover()}>
          <X aria-hidden size={18} />
          <span className="visually-hidden">{t('dialog.close')}</span>
        </button>
      </div>
      <h2 id={id} lang={lang}>
        {text}
      </h2>
      <p className={styles.whose}>
        {row ? row.partnership.name : <span lang="en">{t('timeline.all_of', { network: network.name })}</span>}
      </p>
      {'visit' in mark ? <VisitFacts mark={mark} /> : <MilestoneFacts mark={mark} today={today} />}
      <div className={styles.ways}>
        {'visit' in mark ? (
          <VisitLink visit={mark.visit} className={buttonClass('primary')} data-first aria-label={openName(text)}>
            {t('timeline.open')}
          </VisitLink>
        ) : (
          <MilestoneLink
            milestone={mark.milestone}
            className={buttonClass('primary')}
            data-first
            aria-label={openName(text)}
          >
            {t('timeline.open')}
          </MilestoneLink>
        )}
      </div>
    </div>
  );

  function openName(name: string): string {
    return t('timeline.open_name', { name });
  }
}

function MilestoneFacts({ mark: { milestone, item, standing }, today }: { mark: MilestoneMark; today: string }) {
  const t = useT();
  const words = useWords();
  const { plannedOn, forecastOn, actualOn } = milestone;
  const distance = words.distance(milestone, today);
  const clock = words.clock(item);
  return (
    <dl className={styles.facts}>
      <Fact name={t('timeline.state')}>
        <StateTag standing={standing} />
        {distance && <span className={styles.more}>{distance}</span>}
      </Fact>
      <Fact name={t('timeline.planned')}>
        {words.date(plannedOn)}
        {clock && <span className={styles.more}>{clock}</span>}
      </Fact>
      {forecastOn && !actualOn && <Fact name={t('timeline.forecast')}>{words.date(forecastOn)}</Fact>}
      {actualOn && <Fact name={t('timeline.done_on')}>{words.date(actualOn)}</Fact>}
    </dl>
  );
}

function VisitFacts({ mark: { visit } }: { mark: VisitMark }) {
  const t = useT();
  const words = useWords();
  return (
    <dl className={styles.facts}>
      <Fact name={t('timeline.state')}>
        <VisitTag state={visit.state} />
      </Fact>
      <Fact name={t('timeline.days')}>{words.days(visit)}</Fact>
      {visit.plannedOn !== visit.startsOn && <Fact name={t('timeline.planned')}>{words.date(visit.plannedOn)}</Fact>}
      {(visit.state === 'held' || visit.state === 'held_online') && (
        <Fact name={t('timeline.lessons')}>
          {t(visit.hasLessons ? 'timeline.lessons_there' : 'timeline.lessons_none')}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const gapPx = 6;
const edgePx = 8;

/** Below the mark where there is room, else above it; at the foot of a window in which nothing fits beside it. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const mark = anchor.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = innerHeight - mark.bottom >= height + gapPx + edgePx;
  const top = below ? mark.bottom + gapPx : mark.top - height - gapPx;
  card.style.left = `${Math.max(edgePx, Math.min(mark.left - 12, innerWidth - width - edgePx))}px`;
  card.style.top = `${Math.max(edgePx, Math.min(top, innerHeight - height - edgePx))}px`;
}
