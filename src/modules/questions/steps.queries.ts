/** SQL of what happened to questions, and of whom an open page tells. */
import { announcementsOf } from '../timeline/timeline.fragments.js';
import { seesQuestion } from './questions.fragments.js';

/** $1 question, $2 step, $3 who did it or null, $4 to whom or null, $5 reason, $6 what was said before or null. */
export const keepStep = `
  insert into question_steps (question_id, number, step, by_id, to_id, reason, before)
  values ($1, (select coalesce(max(h.number), 0) + 1 from question_steps h where h.question_id = $1), $2, $3, $4, $5, $6)
  returning number`;

/** $1 question. */
export const latestStep = `
  select h.step, h.by_id as by, h.to_id as to from question_steps h where h.question_id = $1 order by h.number desc limit 1`;

/** $1 question: the channel in which everybody who works in its network hears of it, unless it is a partnership's. */
export const streamOfQuestion = `
  select told.id from questions q cross join lateral (${announcementsOf('q.network_id')}) told
  where q.id = $1 and q.visibility <> 'partnership'`;

/** $1 question: who sees it, has to do with it, and does not hear of it there. */
export const concernedBy = `
  select distinct c.person_id as "personId" from questions q
  left join lateral (${announcementsOf('q.network_id')}) told on q.visibility <> 'partnership'
  cross join lateral (
    select unnest(array[q.asked_by, q.responsible_id, q.second_id]) as person_id
    union select w.author_id from answers w where w.question_id = q.id
    union select y.person_id from question_shares h join current_memberships y on y.partnership_id = h.partnership_id
      where h.question_id = q.id
    union select y.person_id from current_memberships y where q.visibility = 'partnership' and y.network_id = q.network_id
  ) c
  where q.id = $1 and c.person_id is not null and ${seesQuestion('c.person_id')}
    and not exists (select from current_channel_members cm where cm.channel_id = told.id and cm.person_id = c.person_id)`;

/** $1 questions. */
export const networksOf = 'select q.id, q.network_id as "networkId" from questions q where q.id = any($1)';
