/** SQL of what a letter says of a question or of a note that is to be reviewed, and why it does not any more. */
import { reckoned } from './answer-day.fragments.js';
import { followersOf, isLateFor, routersOf } from './concerned.fragments.js';
import { giving, isPaused, seesQuestion } from './questions.fragments.js';

/** What a letter of this kind is the answer to: what somebody else said last, and who. */
const said = `
  select body, name from (
    select w.body, p.name, w.at from question_remarks w join people p on p.id = w.author_id
    where w.question_id = q.id and w.author_id <> f.person_id and case f.kind
      when 'question_asked_back' then w.asks_back
      when 'question_followed' then did.step in ('replied', 'answered') else false end
    union all
    select w.body, p.name, w.at from answers w join people p on p.id = w.author_id
    where w.question_id = q.id and w.author_id <> f.person_id
      and case f.kind when 'question_answered' then q.state <> 'closed'
        when 'question_followed' then did.step in ('replied', 'answered') else false end
  ) every_word order by at desc limit 1`;

/** Who did what is told last, and why; of nobody where the network's rules or the time did it. */
const did = `
  select p.name, h.step, h.reason from question_steps h left join people p on p.id = h.by_id
  where h.question_id = q.id and h.by_id is distinct from f.person_id and h.step = any(case f.kind
    when 'question_asked' then array['declined', 'rerouted', 'reopened']
    when 'question_routed' then array['assigned', 'passed_on', 'rerouted']
    when 'question_answered' then array['closed']
    when 'question_followed' then array['replied', 'answered', 'closed', 'reopened']
    when 'answer_accepted' then array['accepted', 'endorsed', 'published'] end)
  order by h.number desc limit 1`;

/** $1 notifications. */
export const questionMatters = `
  select f.id, f.kind, q.id as "questionId", q.network_id as "networkId", q.title, q.body, q.summary, q.state,
    asker.name as asker, n.name as network, s.name as partnership, ${reckoned('q')} as reckoned,
    case f.person_id when q.responsible_id then 'own' when q.second_id then 'second' else 'router' end as part,
    said.body as said, said.name as "saidBy", did.name as "didBy", did.step, coalesce(did.reason, '') as why,
    case
      when not ${seesQuestion('f.person_id', 'q')} then 'left'
      when f.kind = 'question_asked' and (q.state <> 'open' or f.person_id not in (${routersOf}))
        or f.kind in ('question_routed', 'question_due', 'question_late') and q.state not in ('open', 'routed')
        or f.kind in ('question_due', 'question_late') and ${isPaused}
        or f.kind in ('question_routed', 'question_due') and q.responsible_id is distinct from f.person_id
        or f.kind = 'question_late' and not ${isLateFor('f.person_id')}
        or f.kind = 'question_followed' and f.person_id not in (
          select follower.person_id from (${followersOf}) follower where follower.person_id is not null)
        or f.kind = 'question_asked_back' and not ${isPaused} then 'over'
      when f.kind = 'question_late' and q.target_at > now() then 'moved'
    end as reason
  from notifications f
  join questions q on q.id = f.question_id
  join people asker on asker.id = q.asked_by
  join networks n on n.id = q.network_id
  left join partnerships s on s.id = q.partnership_id
  left join lateral (${did}) did on true
  left join lateral (${said}) said on true
  where f.id = any($1)`;

/** $1 notifications. */
export const noteMatters = `
  select f.id, k.number, k.title, k.body, k.network_id as "networkId", k.review_on::text as "reviewOn",
    case
      when not exists (
        select from current_memberships y where y.person_id = f.person_id and y.role in (${giving('people')})) then 'left'
      when k.withdrawn_at is not null or k.review_on > current_date then 'over'
    end as reason
  from notifications f
  join knowledge_notes k on k.id = f.note_id
  where f.id = any($1)`;
