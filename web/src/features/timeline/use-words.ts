/** What is said of milestones and visits wherever they are shown, in the reader's language. */
import type { Milestone, PlanItem, TimelineRow, VisitCard } from '@hub/contracts';
import { useMemo } from 'react';
import { useFormats, useLocale, useT } from '../../i18n';
import { dayOf } from './days';
import { dateOf, isOpen, standingOf } from './standing';
import { agoOf } from './told';

/** A name and the language it is in, where that is not the page's. */
export interface Named {
  text: string;
  lang: string | undefined;
}

/** What is further away is not counted in days. */
const countedDays = 365;

export type Words = ReturnType<typeof useWords>;

export function useWords() {
  const t = useT();
  const locale = useLocale();
  const { date, time, zoneCity } = useFormats();
  return useMemo(() => {
    const named = (names: Record<string, string>): Named => {
      const own = names[locale];
      return own === undefined ? { text: names.en ?? '', lang: 'en' } : { text: own, lang: undefined };
    };
    const days = ({ startsOn, endsOn }: VisitCard) =>
      startsOn === endsOn ? date(startsOn) : t('timeline.span', { from: date(startsOn), to: date(endsOn) });
    return {
      named,
      days,
      date,
      name: (item: PlanItem) => named(item.names),
      milestone: (milestone: Milestone, item: PlanItem) => {
        const day = dateOf(milestone);
        const said = [named(item.names).text, t(`milestone_state.${standingOf(milestone)}`), date(day)];
        if (day !== milestone.plannedOn) said.push(t('timeline.planned_on', { date: date(milestone.plannedOn) }));
        return said.join(', ');
      },
      visitName: ({ host, hostSide }: VisitCard) =>
        host === null ? t(`timeline.visit_to_${hostSide}`) : t('timeline.visit_to', { host }),
      visit(visit: VisitCard): string {
        return [this.visitName(visit), t(`timeline.visit_state.${visit.state}`), days(visit)].join(', ');
      },
      /** The clock time that a deadline has, where it has one. */
      clock: ({ deadline }: PlanItem) =>
        deadline && t('timeline.clock', { time: deadline.time.slice(0, 5), zone: zoneCity(deadline.timeZone) }),
      /** How far its day is from today; nothing where that is of no interest any more. */
      distance: (milestone: Milestone, today: string) => {
        if (!isOpen(standingOf(milestone))) return undefined;
        const count = dayOf(dateOf(milestone)) - dayOf(today);
        if (count > countedDays) return undefined;
        if (count === 0) return t('timeline.today');
        return count < 0 ? t('timeline.days_late', { count: -count }) : t('timeline.days_left', { count });
      },
      told: ({ lastToldAt }: Pick<TimelineRow, 'lastToldAt'>, now: number) => {
        const { unit, count } = agoOf(lastToldAt, now);
        return t(`timeline.told_${unit}`, { count });
      },
      time,
    };
  }, [t, locale, date, time, zoneCity]);
}
