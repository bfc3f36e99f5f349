/** SQL of closing. */
import { seesQuestion } from './questions.fragments.js';

/** $1 the one that was asked before, $2 question, $3 person who sees both: one that is no duplicate itself. */
export const originalFor = `
  select q.id from questions q
  where q.id = $1 and q.id <> $2 and q.duplicate_of is null and ${seesQuestion('$3::uuid')}`;
