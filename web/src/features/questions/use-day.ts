/** The calendar day of an instant where the reader is: 12 Mar 2026. */
import { useFormats } from '../../i18n';
import { dayAt } from '../../local-day';
import { useProfile } from '../session';

export function useDay(): (instant: string) => string {
  const { date } = useFormats();
  const { timeZone } = useProfile();
  return (instant) => date(dayAt(Date.parse(instant), timeZone));
}
