/** SQL that finds what is like something that is being written. */
import { seesQuestion } from '../questions/questions.fragments.js';

/** Words of what is typed that are looked for, those of its beginning and the longest first. */
const wordsTried = 12;
/** A word that is found so often says nothing, as the small words of a language that was typed without its diacritics. */
const common = 500;
/** So many of the likeliest that the reader may see are put in order. */
const compared = 30;
const listed = 6;

/** What says word `t` in a table. */
const saying = (of: 'question' | 'note', table: string, more = ''): string => `
  select '${of}' as of, r.id, t.lexeme, count(*) over (partition by t.lexeme) as often
  from term t cross join lateral (select id from ${table} where words @@ t.sought ${more} limit ${common}) r`;

/**
 * $1 reader, $2 what is typed, $3 its language, $4 a question that is not meant, or null. Each word counts by how seldom
 * it is, and a title by how alike it is, which forgives what is misspelt or half typed. Who may see it is asked of
 * the likeliest only, one after the other, until there are enough.
 */
export const similar = `
  with typed as materialized (
    select plain($2) as text, plain(left(split_part($2, E'\\n', 1), 100)) as title, $2 !~ '[[:space:][:punct:]]$' as going_on),
  lexemes as materialized (
    select distinct on (w.lexeme) w.lexeme, w.positions[1] as place,
      w.positions[array_upper(w.positions, 1)] = max(w.positions[array_upper(w.positions, 1)]) over () as last
    from typed, (select distinct unnest(array[words_of($3), 'english'::regconfig])) c(language),
      unnest(to_tsvector(c.language, typed.text)) w
    order by w.lexeme),
  term as materialized (
    select lexeme, (quoted || case when last and going_on and length(lexeme) > 2 then ':*' else '' end)::tsquery as sought
    from lexemes, typed, lateral (select '''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''' as quoted) q
    order by place <= 12 desc, length(lexeme) desc, lexeme limit ${wordsTried}),
  hit as (
    select of, id, lexeme, 1 / ln(2 + often) as weight
    from (${saying('question', 'questions')} union all ${saying('note', 'knowledge_notes', 'and withdrawn_at is null')}) said
    where often < ${common}),
  alike as (
    select 'question' as of, q.id, similarity(q.plain_title, typed.title) as alike
    from typed join questions q on q.plain_title % typed.title
    union all
    select 'note', k.id, similarity(k.plain_title, typed.title)
    from typed join knowledge_notes k on k.plain_title % typed.title where k.withdrawn_at is null),
  likely as (
    select of, id, coalesce(sum(weight), 0) + 2 * coalesce(max(alike), 0) as likeness
    from (select of, id, lexeme, weight, null::real as alike from hit union all select of, id, null, null, alike from alike) found
    group by of, id
    having max(alike) is not null or count(lexeme) >= least(2, (select count(*) from term))),
  seen as materialized (
    select c.of, c.id, c.likeness from (select * from likely order by likeness desc, id offset 0) c
    where case c.of when 'note' then true
      else exists (select from questions q where q.id = c.id and q.id is distinct from $4::uuid
        and q.closed_as is distinct from 'duplicate' and q.closed_as is distinct from 'withdrawn' and ${seesQuestion('$1::uuid')}) end
    order by c.likeness desc, c.id limit ${compared})
  select s.of, coalesce(k.number::text, s.id::text) as key, coalesce(k.title, q.title) as title,
    coalesce(k.language, q.language) as language, left(coalesce(k.body, q.body), 2000) as body, n.name as "networkName", q.state,
    case when q.id is not null then (select count(*) from answers w where w.question_id = q.id)::int else 0 end as answers
  from seen s join typed on true left join knowledge_notes k on s.of = 'note' and k.id = s.id
  left join questions q on s.of = 'question' and q.id = s.id
  join networks n on n.id = coalesce(k.network_id, q.network_id)
  order by s.likeness + similarity(coalesce(k.plain_title, q.plain_title), typed.title) desc, s.id limit ${listed}`;
