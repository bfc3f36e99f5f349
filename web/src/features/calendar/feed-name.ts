import type { CalendarFeed } from '@hub/contracts';
import type { Translate } from '../../i18n';

/** A feed as its owner knows it: by what it is about. */
export function feedName(t: Translate, { scope, about }: Pick<CalendarFeed, 'scope' | 'about'>): string {
  return about === null || scope === 'personal' ? t('calendar.scope.personal') : about.name;
}
