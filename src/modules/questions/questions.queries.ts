/** SQL of questions: one with everything that was said of it, those of a network, and one that is about to be changed. */
import { instant, personRef } from '@hub/database';
import { matchOf, saysWords } from '../knowledge/matching.fragments.js';
import { fromQuestions, isPaused, questionCard, seesQuestion } from './questions.fragments.js';

/** Of question `q` in network `n`, for `person`; who does not work there is not told of its timeline. */
export const contextOf = (person: string, works: string): string => `
  json_build_object('startsOn', n.starts_on,
    'countries', array(select distinct g.country
      from partnership_parties pp join local_governments g on g.id = pp.local_government_id
      where pp.partnership_id = q.partnership_id and (pp.until_on is null or current_date < pp.until_on) order by g.country),
    'next', case when ${works} then (
      select json_build_object('id', m.id, 'names', i.names, 'on', coalesce(m.forecast_on, m.planned_on))
      from milestones m join plan_items i on i.id = m.item_id
      where m.network_id = q.network_id and m.partnership_id is not distinct from q.partnership_id
        and m.state not in ('done', 'not_applicable')
      order by coalesce(m.forecast_on, m.planned_on), i.number limit 1) end,
    'earlier', coalesce((select json_agg(json_build_object('id', e.id, 'title', e.title, 'state', e.state))
      from (select e.* from questions e
        where e.partnership_id = q.partnership_id and e.id <> q.id and e.asked_at < q.asked_at and ${seesQuestion(person, 'e')}
        order by e.asked_at desc, e.id desc limit 5) e), '[]'))`;

/** A message only where the person may read it. */
const messageOf = (row: string, person: string): string => `
  (select json_build_object('id', m.id, 'topicId', m.topic_id) from messages m join current_channel_members cm on cm.channel_id = m.channel_id and cm.person_id = ${person}
    where m.id = ${row}.message_id)`;

/** As `mayDo` asks for it. */
const standing = `
  q.network_id as "networkId", n.status as "networkStatus", q.partnership_id as "partnershipId", q.visibility, q.state,
  q.asked_by as "askedBy", q.responsible_id as "responsibleId", q.second_id as "secondId",
  q.routed_at as "routedAt", q.target_at as "targetAt",
  ${isPaused} as paused`;

/** $1 question, $2 person who sees it, $3 the networks they work in, null for all. */
export const questionPage = `
  select ${questionCard}, q.body, q.version, ${instant('q.edited_at')} as "editedAt", ${messageOf('q', '$2::uuid')} as message,
    ${contextOf('$2::uuid', '($3::uuid[] is null or q.network_id = any($3))')} as context,
    case when q.closed_as is not null then json_build_object('as', q.closed_as, 'by', (
        select ${personRef('p')} from people p where p.id = q.closed_by), 'at', ${instant('q.closed_at')}, 'reason', q.closed_reason,
      'duplicateOf', (select json_build_object('id', d.id, 'title', d.title) from questions d
        where d.id = q.duplicate_of and ${seesQuestion('$2::uuid', 'd')})) end as closed,
    (select ${instant('u.from_at')} from question_pauses u where u.question_id = q.id and u.until_at is null) as "pausedSince",
    coalesce((select json_agg(json_build_object('slug', o.slug, 'name', o.name) order by o.name, o.id)
      from question_shares h join partnerships o on o.id = h.partnership_id where h.question_id = q.id), '[]') as "alsoOf",
    (select row_to_json(stands) from (select ${standing}) stands) as stands
  ${fromQuestions} where q.id = $1 and ${seesQuestion('$2::uuid')}`;

/** $1 question, $2 person: the accepted one first, then those that most stand by, then the oldest. */
export const answersOf = `
  select w.id, ${personRef('p')} as author, w.role, w.body, w.language, w.sources, ${instant('w.at')} as at, w.version,
    ${instant('w.edited_at')} as "editedAt", ${instant('w.accepted_at')} as "acceptedAt",
    coalesce((select json_agg(json_build_object('person', ${personRef('e')}, 'role', b.role, 'at', ${instant('b.at')}) order by b.at, e.id)
      from answer_endorsements b join people e on e.id = b.person_id where b.answer_id = w.id), '[]') as "endorsedBy",
    ${messageOf('w', '$2::uuid')} as message,
    (select k.number from knowledge_notes k where k.answer_id = w.id) as "noteNumber"
  from answers w join people p on p.id = w.author_id where w.question_id = $1
  order by w.accepted_at is null, (select count(*) from answer_endorsements b where b.answer_id = w.id) desc, w.at, w.id`;

/** $1 question. */
export const remarksOf = `
  select k.id, ${personRef('p')} as author, k.body, ${instant('k.at')} as at, k.asks_back as "asksBack"
  from question_remarks k join people p on p.id = k.author_id where k.question_id = $1 order by k.at, k.id`;

/** $1 question. */
export const stepsOf = `
  select ${instant('h.at')} as at, h.step, case when b.id is not null then ${personRef('b')} end as by,
    case when t.id is not null then ${personRef('t')} end as to, h.reason, h.before
  from question_steps h left join people b on b.id = h.by_id left join people t on t.id = h.to_id
  where h.question_id = $1 order by h.number`;

/** $1 question, $2 partnerships. */
export const sharesOf = `
  select o.slug, o.name, exists (
    select from question_shares h where h.question_id = $1 and h.partnership_id = o.id) as joined
  from partnerships o where o.id = any($2) order by o.name, o.id`;

/**
 * $1 network, $2 person, $3 states or null, $4 tag or null, $5 partnership's slug or null, $6 words or null, $7 the last one
 * known or null, $8 how many: what is asked for, as far as the person sees it.
 */
export const questionsOfNetwork = `
  with found as (
    select q.id, count(*) over ()::int as total, row_number() over (order by
      case when $6::text is not null then ${matchOf('q', '$6::text')} end desc,
      q.asked_at desc, q.id desc) as place
    from questions q left join partnerships s on s.id = q.partnership_id
    where q.network_id = $1 and ${seesQuestion('$2::uuid')}
      and ($3::text[] is null or q.state = any($3)) and ($5::text is null or s.slug = $5)
      and ($4::uuid is null or exists (select from question_tags qt where qt.question_id = q.id and qt.tag_id = $4))
      and ($6::text is null or ${saysWords('q', '$6::text')}))
  select ${questionCard}, found.total ${fromQuestions.replace('from questions q', 'from found join questions q on q.id = found.id')}
  where found.place > coalesce((select known.place from found known where known.id = $7), 0) order by found.place limit $8`;

/** $1 question: the network it is in stays as it is until the transaction ends. Ask for it before the question itself is locked. */
export const holdNetworkOf = `
  select n.id from networks n where n.id = (select q.network_id from questions q where q.id = $1) for share`;

/** $1 question, $2 person: held until the transaction ends. */
export const questionToChange = `
  select q.id, ${standing}, q.version, q.title, q.body, q.language, q.summary, q.routing,
    q.waiting_since as "waitingSince", q.closed_as as "closedAs", n.response_days as "responseDays",
    array(select qt.tag_id from question_tags qt where qt.question_id = q.id order by qt.tag_id) as "tagIds"
  from questions q join networks n on n.id = q.network_id where q.id = $1 and ($2::uuid is null or ${seesQuestion('$2::uuid')}) for update of q`;

/** $1 message, $2 person, $3 network: whether it is one that they may read there. */
export const readableMessage = `
  select m.id from messages m join channels c on c.id = m.channel_id
  join current_channel_members cm on cm.channel_id = c.id and cm.person_id = $2
  where m.id = $1 and c.network_id = $3 and m.removed_at is null`;

/** $1 what messages are chosen by, $2 person who may read them: the questions and answers that came from them, as far as that person sees those. */
const originsOf = (chosen: string): string => `
  select m.id as "messageId", o.of, q.id as "questionId", q.title, q.state
  from messages m join current_channel_members cm on cm.channel_id = m.channel_id and cm.person_id = $2
  join (
    select 'question' as of, a.message_id, a.id as question_id from questions a where a.message_id is not null
    union all select 'answer', w.message_id, w.question_id from answers w where w.message_id is not null) o on o.message_id = m.id
  join questions q on q.id = o.question_id
  where ${chosen} and ${seesQuestion('$2::uuid')} order by m.id, q.asked_at, q.id`;

export const originsOfMessages = originsOf('m.id = any($1)');
export const originsOfTopic = originsOf('m.topic_id = $1');
