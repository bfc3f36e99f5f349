/** SQL of notifications about questions and about knowledge notes. */
import type { QuestionNotification } from '@hub/contracts';
import { personRef } from '@hub/database';
import { reckoned } from '../questions/answer-day.fragments.js';
import { answerDay, type Reckoned } from '../questions/answer-day.policy.js';
import { isLateFor, routersOf } from '../questions/concerned.fragments.js';
import { giving, isPaused, seesQuestion } from '../questions/questions.fragments.js';
import { placeOf, type Subject } from './inbox-subject.js';

/** By kind: the steps that it tells of. What comes by itself is of nobody. */
const steps = `case f.kind
  when 'question_asked' then array['asked', 'declined', 'rerouted', 'reopened']
  when 'question_routed' then array['assigned', 'passed_on', 'rerouted']
  when 'question_asked_back' then array['asked_back']
  when 'question_followed' then array['replied', 'answered', 'closed', 'reopened']
  when 'question_answered' then array['answered', 'closed']
  when 'answer_accepted' then array['accepted', 'endorsed', 'published'] end`;

interface QuestionRow extends Omit<QuestionNotification, 'answerBy'> {
  reckoned: Reckoned | null;
}

export const questions: Subject<QuestionRow> = {
  columns: `
    case when f.kind = 'question_asked' then (select ${personRef('p')} from people p where p.id = q.asked_by) else did.by end as from,
    did.step,
    q.id as "questionId", q.title, q.language, q.state, ${placeOf('n')} as network,
    case when s.id is not null then ${placeOf('s')} end as partnership,
    case when q.state in ('open', 'routed') then ${reckoned('q')} end as reckoned`,
  joins: `
    join questions q on q.id = f.question_id
    join networks n on n.id = q.network_id
    left join partnerships s on s.id = q.partnership_id
    left join lateral (
      select h.step, case when p.id is not null then ${personRef('p')} end as by
      from question_steps h left join people p on p.id = h.by_id
      where h.question_id = q.id and h.step = any(${steps}) and h.by_id is distinct from f.person_id
      order by h.number desc limit 1) did on true`,
  visible: seesQuestion('f.person_id', 'q'),
  needsMe: `case
    when f.kind = 'question_asked' then q.state = 'open' and f.person_id in (${routersOf})
    when f.kind in ('question_routed', 'question_due', 'question_followed')
      then q.state = 'routed' and q.responsible_id = f.person_id and not ${isPaused}
    when f.kind = 'question_late' then q.state in ('open', 'routed') and not ${isPaused} and ${isLateFor('f.person_id')}
    when f.kind = 'question_asked_back' then q.state in ('open', 'routed') and ${isPaused}
    else false end`,
  asNotification: ({ reckoned: target, ...row }) => ({ ...row, answerBy: target && answerDay(target) }),
};

export const notes: Subject = {
  columns: `
    null as from, k.number as "noteNumber", k.title, to_char(k.review_on, 'YYYY-MM-DD') as "reviewOn",
    n.name as "networkName"`,
  joins: `
    join knowledge_notes k on k.id = f.note_id and k.withdrawn_at is null
    join networks n on n.id = k.network_id`,
  // Whoever works in some network reads notes.
  visible: `exists (
    select from current_memberships held where held.person_id = f.person_id and held.role in (${giving('people')}))`,
  needsMe: `k.review_on <= current_date`,
};
