/** SQL of who answers: those to whom questions may be given, the rules of a network, and days away. */
import { gives, roles } from '@hub/contracts';
import { personRef } from '@hub/database';
import { contextOf } from './questions.queries.js';
import { fromQuestions, giving, isOpen, isPaused, questionCard, seesQuestion, tag } from './questions.fragments.js';

/** Those who answer in a network, and those from outside who answer what is given to them; the first counts. */
const answering = roles.filter((role) => gives(role, 'answer_questions') || role === 'guest_expert');
const inOrder = `array[${answering.map((role) => `'${role}'`).join(', ')}]`;

/** In `network`. */
const answerersIn = (network: string): string => `
  select p.id, p.name, p.initials, p.time_zone as "timeZone", y.role,
    (select count(*) from questions q where q.responsible_id = p.id and q.network_id = ${network} and q.state = 'routed')::int as waiting,
    coalesce((select json_agg(json_build_object('fromOn', w.from_on, 'untilOn', w.until_on, 'standInId', w.stand_in_id) order by w.from_on, w.id)
      from away_periods w where w.person_id = p.id and w.until_on >= current_date - 1), '[]') as away
  from (select m.person_id, (array_agg(m.role order by array_position(${inOrder}, m.role)))[1] as role
    from current_memberships m where m.network_id = ${network} and m.role = any(${inOrder}) group by m.person_id) y
  join people p on p.id = y.person_id order by array_position(${inOrder}, y.role), p.name, p.id`;

/** Of `network`, in the order in which the first that fits counts. */
const rulesIn = (network: string): string => `
  select u.tag_id as "tagId", u.person_id as "personId", u.second_id as "secondId"
  from question_rules u left join tags t on t.id = u.tag_id where u.network_id = ${network} order by t.slug nulls last`;

/** Those who answer in `network`, whoever advises it first and of them the one who does it longest. */
const secondsIn = (network: string): string => `
  select m.person_id as id from current_memberships m
  where m.network_id = ${network} and m.role in (${giving('answer_questions')})
  group by m.person_id
  order by min(array_position(array['research_advisor', 'expert'], m.role)), min(m.from_on), m.person_id`;

/** $1 network. */
export const answerersOf = answerersIn('$1');

/** $1 network. */
export const rulesOf = rulesIn('$1');

const listOf = (rows: string): string => `(select coalesce(json_agg(row), '[]') from (${rows}) row)`;

/** $1 networks: by whom the questions of each are answered. */
export const answeringOf = `
  select n.id, ${listOf(rulesIn('n.id'))} as rules, ${listOf(answerersIn('n.id'))} as candidates,
    array(${secondsIn('n.id')}) as seconds
  from networks n where n.id = any($1)`;

/** $1 network, $2 person: whether its questions may be given to them, as they may then until the transaction ends. */
export const staysAnswerer = `
  select m.id from memberships m
  where m.id in (select y.id from current_memberships y
      where y.network_id = $1 and y.person_id = $2 and y.role = any(${inOrder}))
    and (m.until_on is null or current_date < m.until_on) for share`;

/** $1 network: the tags of its theme, and those of all. */
export const tagsOfNetwork = `
  select ${tag} as tag from networks n join tags t on t.theme_id is null or t.theme_id = n.theme_id
  left join themes h on h.id = t.theme_id where n.id = $1 order by t.names ->> 'en', t.id`;

/** $1 question. */
export const pausesOf = `
  select u.from_at as "fromAt", u.until_at as "untilAt" from question_pauses u where u.question_id = $1`;

const context = contextOf('$2::uuid', '($3::uuid[] is null or q.network_id = any($3))');

/** $1 network, $2 person, $3 the networks they work in: what waits, the longest first. */
export const queueOf = `
  select ${questionCard}, q.body, ${context} as context ${fromQuestions}
  where q.network_id = $1 and q.state in ('open', 'routed') and ${isOpen} and ${seesQuestion('$2::uuid')}
  order by q.waiting_since, q.id`;

/** Of all questions those that may lie in a box of the person's; each sort by an index. */
const boxed = `
  select q.id from questions q where q.responsible_id = $2 or q.asked_by = $2
  union select q.id from questions q where q.waiting_since is not null and (q.second_id = $2 or q.network_id = any($1))
  union select w.question_id from answers w where w.author_id = $2
  union select h.question_id from current_memberships y join question_shares h on h.partnership_id = y.partnership_id
    where y.person_id = $2`;

/**
 * $1 networks in which the person answers, $2 person, $3 the networks they work in: each with the box it lies in; of what is
 * followed the latest 50.
 */
export const inboxOf = `
  with found as (
    select q.id, box.name, row_number() over (partition by box.name order by q.asked_at desc, q.id desc) as place
    from (${boxed}) near join questions q on q.id = near.id
    cross join lateral (select case
      when q.state = 'routed' and q.responsible_id = $2 and ${isPaused} then 'askedBack'
      when q.state = 'routed' and $2 in (q.responsible_id, q.second_id) then 'waiting'
      when q.state = 'open' and q.network_id = any($1) and q.asked_by <> $2 then 'open'
      when q.state <> 'closed' and (q.asked_by = $2 or exists (
          select from answers w where w.question_id = q.id and w.author_id = $2)
        or exists (select from question_shares h join current_memberships y on y.partnership_id = h.partnership_id
          where h.question_id = q.id and y.person_id = $2)) then 'followed' end as name) box
    where box.name is not null and ${seesQuestion('$2::uuid')})
  select ${questionCard}, q.body, case when found.name = 'waiting' then ${context} end as context, found.name as box
  ${fromQuestions.replace('from questions q', 'from found join questions q on q.id = found.id')}
  where ${isOpen} and (found.name <> 'followed' or found.place <= 50)
  order by q.waiting_since nulls last, q.asked_at desc, q.id`;

/** $1 person, from today on where they are latest. */
export const awayOf = `
  select w.id, w.from_on as "fromOn", w.until_on as "untilOn", case when p.id is not null then ${personRef('p')} end as "standIn"
  from away_periods w left join people p on p.id = w.stand_in_id
  where w.person_id = $1 and w.until_on >= current_date - 1 order by w.from_on, w.id`;

/** $1 person, $2 networks: whether they answer in one of them. */
export const answersInOneOf = `
  select m.id from current_memberships m where m.person_id = $1 and m.network_id = any($2) and m.role = any(${inOrder}) limit 1`;

/** $1 tag. */
export const tagById = `select ${tag} as tag from tags t left join themes h on h.id = t.theme_id where t.id = $1`;

export const slugsOf = 'select t.slug from tags t';

/** $1 network. */
export const settingsOf = `
  select n.response_days as "responseDays", n.theme_id as "themeId" from networks n where n.id = $1`;

/** $1 network, $2 working days. */
export const setResponseDays = 'update networks set response_days = $2 where id = $1';
