/** SQL of asking. */
import { tag } from './questions.fragments.js';

/** $1 network, $2 person: with the partnerships of which the person is today. */
export const formOf = `
  select n.response_days as "responseDays",
    coalesce((select json_agg(${tag} order by t.names ->> 'en', t.id) from tags t left join themes h on h.id = t.theme_id
      where t.theme_id is null or t.theme_id = n.theme_id), '[]') as tags,
    coalesce((select json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) order by s.name, s.id)
      from partnerships s where s.network_id = n.id and exists (
        select from current_memberships y where y.person_id = $2 and y.partnership_id = s.id)), '[]') as partnerships
  from networks n where n.id = $1`;

/** $1 slug, $2 network. */
export const partnershipBySlug = 'select s.id from partnerships s where s.slug = $1 and s.network_id = $2';

/** $1 tags, $2 network: those that are none of its. */
export const tagsAmiss = `
  select given.id from unnest($1::uuid[]) given (id) where not exists (
    select from tags t join networks n on n.id = $2 where t.id = given.id and (t.theme_id is null or t.theme_id = n.theme_id))`;

/** $1 question, $2 tags. */
export const tagQuestion = `
  insert into question_tags (question_id, tag_id) select $1, unnest($2::uuid[]) on conflict do nothing`;

/** $1 question, $2 partnership, $3 who says so. */
export const shareQuestion = `
  insert into question_shares (question_id, partnership_id, person_id) values ($1, $2, $3) on conflict do nothing returning 1 as done`;

/** $1 question, $2 partnership. */
export const unshareQuestion = `
  delete from question_shares where question_id = $1 and partnership_id = $2 returning 1 as done`;

/** $1 question: of partnerships whose people may not see it any more. */
export const endShares = `
  delete from question_shares h using questions q, partnerships o
  where q.id = $1 and h.question_id = q.id and o.id = h.partnership_id
    and (q.visibility = 'partnership' or q.visibility = 'network' and o.network_id <> q.network_id)`;
