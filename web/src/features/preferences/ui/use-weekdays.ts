import { useMemo } from 'react';
import { useLocale } from '../../../i18n';

/** The names of the weekdays from Monday on, in the reader's language. */
export function useWeekdays(): string[] {
  const locale = useLocale();
  return useMemo(() => {
    const { format } = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    // The first of June 2026 is a Monday.
    return [1, 2, 3, 4, 5, 6, 7].map((day) => format(Date.UTC(2026, 5, day)));
  }, [locale]);
}
