/** A question in a list, from its row: what is left to reckon is by when an answer is due. Pure. */
import type { QuestionCard } from '@hub/contracts';
import { zoneOf } from '../preferences/zone.policy.js';
import { targetAt, type Reckoned } from './answer-day.policy.js';

export type QuestionCardRow = Omit<QuestionCard, 'target'> & {
  /** In which calendar, where somebody is answerable. */
  reckoned: Reckoned;
};

export function asQuestionCard<Row extends QuestionCardRow>(row: Row, now: Date): Omit<Row, 'reckoned'> & QuestionCard {
  const { reckoned, ...card } = row;
  const { at, timeZone } = reckoned;
  const target = card.state === 'routed' && timeZone !== null ? targetAt(at, zoneOf(timeZone), now) : null;
  return { ...card, target };
}
