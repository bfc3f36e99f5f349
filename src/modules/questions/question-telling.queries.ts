/** SQL of telling people what happened to a question: it follows from the step and from how the question stands now. */
import { askersOf, routersOf, sharersOf } from './concerned.fragments.js';
import { seesQuestion } from './questions.fragments.js';

/** What everybody hears of who answers it, or did. */
const toAll = `'replied', 'closed', 'reopened'`;

/** Of step `h` that an answer made: who wrote that answer. */
const authorsOf = `
  select a.author_id from answers a where a.question_id = q.id and case h.step
    when 'accepted' then a.accepted_at is not null
    when 'endorsed' then a.id = (
      select e.answer_id from answer_endorsements e join answers of on of.id = e.answer_id
      where of.question_id = q.id and e.person_id = h.by_id order by e.at desc limit 1)
    when 'published' then a.id = (
      select k.answer_id from knowledge_notes k join answers of on of.id = k.answer_id
      where of.question_id = q.id order by k.published_at desc limit 1)
    else false end`;

/**
 * $1 question, $2 number of the step: whom to tell which kind, but for who did it. What came to nothing since, e.g. because
 * somebody took the question meanwhile, is not told; what time brings is told by the rounds.
 */
export const stepToTell = `
  select whom.kind, q.network_id as "networkId", array_agg(distinct whom.person_id) as "personIds"
  from questions q join question_steps h on h.question_id = q.id
  cross join lateral (
    select 'question_asked' as kind, router.person_id from (${routersOf}) router
      where q.state = 'open' and (h.step in ('asked', 'declined', 'rerouted', 'reopened')
        -- Nobody is left to answer what was asked further.
        or h.step = 'replied' and exists (select from answers a where a.question_id = q.id))
    union all
    select 'question_routed', h.to_id
      where h.step in ('assigned', 'taken', 'passed_on', 'rerouted') and q.state = 'routed' and h.to_id = q.responsible_id
    union all
    select 'question_asked_back', asker.person_id from (${askersOf}) asker where h.step = 'asked_back'
    union all
    select 'question_followed', answering.person_id from (
      select unnest(array[q.responsible_id, q.second_id]) as person_id where h.step = 'answered' or h.step in (${toAll})
      union select a.author_id from answers a where a.question_id = q.id and h.step in (${toAll})) answering
    union all
    select case when h.step = 'reopened' then 'question_followed' else 'question_answered' end, asking.person_id
      from (${askersOf} union ${sharersOf}) asking where h.step in ('answered', 'closed', 'reopened')
    union all
    select 'answer_accepted', author.author_id from (${authorsOf}) author
  ) whom
  where q.id = $1 and h.number = $2 and whom.person_id is not null and whom.person_id is distinct from h.by_id
    and ${seesQuestion('whom.person_id', 'q')}
  group by whom.kind, q.network_id order by whom.kind`;
