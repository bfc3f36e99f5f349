/** SQL of knowledge notes. Rows come out in the shapes of the contracts. */
import { instant, personRef } from '@hub/database';
import { seesQuestion, tagsOf } from '../questions/questions.fragments.js';
import { matchOf, saysWords } from './matching.fragments.js';

/** Of note `k`, whose network is `n`, theme `h` and author `p`. */
const card = `
  k.number, k.title, k.language, k.body, ${personRef('p')} as author, k.role,
  json_build_object('slug', n.slug, 'name', n.name) as network, h.slug as "themeSlug",
  ${tagsOf('note_tags', 'note_id', 'k.id')} as tags, ${instant('k.published_at')} as "publishedAt", k.version,
  k.review_on as "reviewOn", k.withdrawn_at is not null as withdrawn`;

const from = `
  from knowledge_notes k join networks n on n.id = k.network_id join themes h on h.id = n.theme_id
  join people p on p.id = k.author_id`;

/** $1 theme, $2 tag, $3 words, each or null; $4 the number after which to go on, or null; $5 how many. */
export const notesFound = `
  with found as (
    select k.id, k.number, row_number() over (
      order by case when $3::text is null then 0 else ${matchOf('k', '$3::text')} end desc, k.published_at desc, k.number desc) as place
    from knowledge_notes k join networks n on n.id = k.network_id join themes h on h.id = n.theme_id
    where k.withdrawn_at is null and ($1::text is null or h.slug = $1)
      and ($2::uuid is null or exists (select from note_tags x where x.note_id = k.id and x.tag_id = $2))
      and ($3::text is null or ${saysWords('k', '$3::text')}))
  select note.*, (select count(*) from found)::int as total
  from found f join lateral (select ${card} ${from} where k.id = f.id) note on true
  where f.place > coalesce((select place from found where number = $4), 0) order by f.place limit $5`;

export const themesOfNotes = `
  select h.slug, h.names, count(*)::int as notes
  from knowledge_notes k join networks n on n.id = k.network_id join themes h on h.id = n.theme_id
  where k.withdrawn_at is null group by h.id order by h.names ->> 'en', h.id`;

export const tagsOfNotes = `
  select t.id, t.slug, t.names, h.slug as "themeSlug", count(*)::int as notes
  from note_tags x join knowledge_notes k on k.id = x.note_id join tags t on t.id = x.tag_id
  left join themes h on h.id = t.theme_id
  where k.withdrawn_at is null group by t.id, h.slug order by t.names ->> 'en', t.id`;

/** What decides who may do what with note `k`, whose network is `n`. */
const kept = `
  k.id, k.author_id as "authorId", json_build_object('id', n.id, 'status', n.status) as "inNetwork"`;

/** $1 number, $2 reader, $3 version or null for the latest. No row where there is no such version. */
export const notePage = `
  select ${card}, ${kept}, k.withdrawn_reason as "withdrawnReason", k.version as latest,
    v.version, v.title, v.body, v.sources,
    case when q.id is not null then json_build_object('id', q.id, 'title', q.title) end as question,
    case when q.id is not null then k.answer_id end as "answerId",
    (select json_agg(json_build_object('version', x.version, 'at', ${instant('x.at')}, 'by', ${personRef('b')}, 'note', x.note)
        order by x.version)
      from note_versions x join people b on b.id = x.by_id where x.note_id = k.id) as versions
  ${from} join note_versions v on v.note_id = k.id and v.version = coalesce($3, k.version)
  join answers w on w.id = k.answer_id left join questions q on q.id = w.question_id and ${seesQuestion('$2::uuid')}
  where k.number = $1`;

/** $1 number: held until the transaction ends, and its network as it is. */
export const noteToChange = `
  select ${kept}, k.version, k.withdrawn_at is not null as withdrawn, k.withdrawn_reason as "withdrawnReason"
  from knowledge_notes k join networks n on n.id = k.network_id where k.number = $1 for update of k for share of n`;

/** $1 answer: what a note of it begins with. */
export const beginning = `
  select json_build_object('slug', n.slug, 'name', n.name) as network,
    json_build_object('id', q.id, 'title', q.title) as question, w.body, w.language, w.sources,
    array(select x.tag_id from question_tags x where x.question_id = q.id order by x.tag_id) as "tagIds",
    (select k.number from knowledge_notes k where k.answer_id = w.id) as "noteNumber"
  from answers w join questions q on q.id = w.question_id join networks n on n.id = q.network_id where w.id = $1`;

/** $1 day: whether it is none of the days from tomorrow to five years ahead. */
export const isNoReviewDay = `
  select $1::date <= current_date as early, $1::date > current_date + interval '5 years' as late`;
