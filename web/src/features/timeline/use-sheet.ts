/** The table as lines for a spreadsheet: one for every milestone and visit, so that it can be sorted and filtered there. */
import type { Milestone, PlanItem, TimelineNetwork } from '@hub/contracts';
import { useFormats, useT } from '../../i18n';
import { standingOf } from './standing';
import { useWords } from './use-words';

export function useSheet(): (networks: readonly TimelineNetwork[]) => string[][] {
  const t = useT();
  const words = useWords();
  const { countryName } = useFormats();
  const head = [
    t('timeline.network'),
    t('timeline.partnership'),
    t('timeline.countries'),
    t('timeline.number'),
    t('timeline.milestone'),
    t('timeline.kind'),
    t('timeline.state'),
    t('timeline.planned'),
    t('timeline.clock_time'),
    t('timeline.forecast'),
    t('timeline.done_on'),
    t('timeline.last_day'),
  ];
  const ofMilestone = (item: PlanItem, milestone: Milestone) => [
    `${item.number}`,
    words.name(item).text,
    t(`milestone_kind.${item.kind}`),
    t(`milestone_state.${standingOf(milestone)}`),
    milestone.plannedOn,
    words.clock(item) ?? '',
    milestone.forecastOn ?? '',
    milestone.actualOn ?? '',
    '',
  ];
  const ofNetwork = ({ name, items, milestones, rows }: TimelineNetwork) => {
    const lines = (whose: string[], all: readonly Milestone[]) =>
      items.flatMap((item) =>
        all.filter(({ itemId }) => itemId === item.id).map((one) => [name, ...whose, ...ofMilestone(item, one)]),
      );
    return [
      ...lines(['', ''], milestones),
      ...rows.flatMap(({ partnership, visits, ...row }) => {
        const whose = [partnership.name, partnership.countries.map(countryName).join(', ')];
        return [
          ...lines(whose, row.milestones),
          ...visits.map((visit) => [
            name,
            ...whose,
            '',
            words.visitName(visit),
            t('timeline.kind_visit'),
            t(`timeline.visit_state.${visit.state}`),
            visit.plannedOn,
            '',
            visit.startsOn,
            visit.state === 'held' || visit.state === 'held_online' ? visit.startsOn : '',
            visit.endsOn,
          ]),
        ];
      }),
    ];
  };
  return (networks) => [head, ...networks.flatMap(ofNetwork)];
}
