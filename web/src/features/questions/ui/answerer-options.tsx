/** Those to whom questions may be given, with what waits for them already and until when they are away. */
import type { Answerer } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';

export function AnswererOptions({ of }: { of: readonly Answerer[] }) {
  const t = useT();
  const { date } = useFormats();
  return of.map(({ id, name, role, waiting, awayUntil }) => (
    <option key={id} value={id}>
      {awayUntil === null
        ? t('questions.answerer', { name, role: t(`role.${role}`), waiting })
        : t('questions.answerer_away', { name, role: t(`role.${role}`), date: date(awayUntil) })}
    </option>
  ));
}
