/** SQL of the day by which a question is to be answered. */
import { instant } from '@hub/database';

/** Of question `q`, as `answerDay` reckons it: when its target passes, and in whose days that is. */
export const reckoned = (q: string): string => `
  json_build_object('at', ${instant(`${q}.target_at`)}, 'timeZone', (
    select keeper.time_zone from people keeper where keeper.id = ${q}.responsible_id))`;
