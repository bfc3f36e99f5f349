/** A filter in words, for the head of a printed page. */
import { useFormats, useT } from '../../i18n';
import type { TimelineFilter } from './filter';

export function useFilterWords({ kind, state, country, goal }: TimelineFilter): string | undefined {
  const t = useT();
  const { countryName } = useFormats();
  const said = [
    kind && (kind === 'visit' ? t('timeline.kind_visits') : t(`milestone_kind.${kind}`)),
    state && t(`milestone_state.${state}`),
    country && countryName(country),
    goal && `${goal} ${t(`sdg.${goal as 1}`)}`,
  ].filter(Boolean);
  return said.length === 0 ? undefined : said.join(', ');
}
