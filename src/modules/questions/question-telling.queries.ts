/** SQL of telling people what happened to a question: it follows from the step and from how the question stands now. */
import { routersOf } from './routers.fragments.js';
import { seesQuestion } from './questions.fragments.js';

/** Whoever asked question `q`; where they are not there any more, those who keep their partnership. */
const askersOf = `
  select m.person_id from current_memberships m
  where m.network_id = q.network_id and case
    when exists (select from current_memberships y where y.person_id = q.asked_by and y.network_id = q.network_id)
      then m.person_id = q.asked_by
    else m.partnership_id = q.partnership_id and m.role in ('partnership_coordinator', 'project_manager') end`;

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
    select 'question_followed', q.responsible_id where h.step in ('replied', 'answered', 'reopened')
    union all
    select 'question_followed', a.author_id from answers a where a.question_id = q.id and h.step in ('replied', 'reopened')
    union all
    select 'question_answered', asker.person_id from (${askersOf}) asker where h.step in ('answered', 'closed')
    union all
    select 'question_answered', shared.person_id from question_shares shared
      where shared.question_id = q.id and h.step in ('answered', 'closed')
    union all
    select 'answer_accepted', author.author_id from (${authorsOf}) author
  ) whom
  where q.id = $1 and h.number = $2 and whom.person_id is not null and whom.person_id is distinct from h.by_id
    and ${seesQuestion('whom.person_id', 'q')}
  group by whom.kind, q.network_id order by whom.kind`;
