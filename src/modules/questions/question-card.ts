/** A question in a list, from its row: what is left to reckon is by when an answer is due. Pure. */
import { TimeZone, type QuestionCard, type Target } from '@hub/contracts';
import { Temporal } from 'temporal-polyfill';

export type QuestionCardRow = Omit<QuestionCard, 'target'> & {
  /** In which calendar, where somebody is answerable. */
  reckoned: { at: string | null; timeZone: string | null };
};

export function asQuestionCard<Row extends QuestionCardRow>(row: Row, now: Date): Omit<Row, 'reckoned'> & QuestionCard {
  const { reckoned, ...card } = row;
  const { at, timeZone } = reckoned;
  const target = card.state === 'routed' && timeZone !== null ? targetAt(at, zoneOf(timeZone), now) : null;
  return { ...card, target };
}

/** Somebody who came with other data may be in a zone that this hub does not know. */
const zoneOf = (timeZone: string) => (TimeZone.safeParse(timeZone).success ? timeZone : 'UTC');

/** `at` is the first moment of the day after; null while nothing runs. */
export function targetAt(at: string | null, timeZone: string, now: Date): Target {
  if (at === null) return { at, on: null, timeZone, late: false };
  const end = Temporal.Instant.from(at);
  const on = end.subtract({ milliseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { at, on, timeZone, late: end.epochMilliseconds <= now.getTime() };
}
