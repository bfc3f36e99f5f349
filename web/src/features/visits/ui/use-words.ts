/** What a visit and its fields are called, in the reader's language. */
import type { CostOwner, Role, Side, VisitCard, VisitCause, VisitPage, VisitState } from '@hub/contracts';
import { useFormats, useLocale, useT } from '../../../i18n';
import { daysBetween, span, today } from '../days';
import type { Clash } from '../rebase';

export function useWords() {
  const t = useT();
  const locale = useLocale();
  const { date } = useFormats();
  return {
    days: ({ startsOn, endsOn }: Pick<VisitCard, 'startsOn' | 'endsOn'>) => span(locale, startsOn, endsOn),
    title: ({ host, hostSide }: Pick<VisitCard, 'host' | 'hostSide'>) =>
      host === null ? t(`visits.to_${hostSide}`) : t('visits.to', { host }),
    /** How far off a day is. */
    left: (day: string) => {
      const days = daysBetween(today(), day);
      if (days === 0) return t('visits.today');
      return days > 0 ? t('visits.days_left', { days }) : t('visits.days_ago', { days: -days });
    },
    fieldName: (field: string) => {
      const [kind = '', one = '', role = ''] = field.split('.');
      if (kind === 'people') return `${t(`role.${role as Role}`)}, ${t(`side.${one as Side}`)}`;
      if (kind === 'checklist') return t(`visits.checklist_${one as 'visas'}`);
      return t(`visits.field_${kind as 'purpose'}`);
    },
    /** A field's value as a person reads it. */
    value: ({ field }: Pick<Clash, 'field'>, value: string, { parties }: Pick<VisitPage, 'parties'>) => {
      if (value === '') return t(field.startsWith('people.') ? 'visits.nobody' : 'visits.nothing');
      if (field === 'state') return t(`visit_state.${value as VisitState}`);
      if (field === 'cause') return t(`visit_cause.${value as VisitCause}`);
      if (field === 'costOwner') return t(`cost_owner.${value as CostOwner}`);
      if (field === 'hostSide') return t(`side.${value as Side}`);
      if (field === 'startsOn' || field === 'endsOn') return date(value);
      if (field.startsWith('checklist.')) return t(`preparation.${value as 'done'}`);
      if (field === 'hostGovernmentId')
        return parties.find(({ localGovernmentId }) => localGovernmentId === value)?.name ?? value;
      return value;
    },
  };
}
