/** SQL of questions that other features build on: who sees one, and what stands of it in a list. */
import { gives, roleRights, roles, type Right, type Role } from '@hub/contracts';
import { instant, personRef } from '@hub/database';

const listed = (those: readonly Role[]) => those.map((role) => `'${role}'`).join(', ');
/** The roles that give a right. */
export const giving = (right: Right): string => listed(roles.filter((role) => gives(role, right)));
const working = giving('people');
/** Those who route in a network, and those who advise it: questions of a partnership are theirs too. Administrators read none. */
const advising = listed([
  ...roles.filter((role) => roleRights[role].held === 'network' && gives(role, 'route_questions')),
  'research_advisor',
]);
/** A guest sees no questions, also none of before. */
const concerned = listed(roles.filter((role) => role !== 'guest'));

const holds = (person: string, where: string): string => `
  exists (select from current_memberships y where y.person_id = ${person} and ${where})`;

/** The person is in question `q` itself: asked it, is answerable for it, was asked when it was late, or wrote an answer. */
const isIn = (person: string, q: string): string => `
  (${person} in (${q}.asked_by, ${q}.responsible_id, ${q}.second_id)
    or exists (select from answers w where w.question_id = ${q}.id and w.author_id = ${person}))`;

/** The person may see question `q`. The one rule: lists, pages, counts, letters and everything else ask it. */
export const seesQuestion = (person: string, q = 'q'): string => `
  (case ${q}.visibility
    when 'network' then ${holds(person, `(y.network_id = ${q}.network_id or y.network_id is null) and y.role in (${working})`)}
    when 'all_networks' then ${holds(person, `y.role in (${working})`)}
    else ${holds(person, `(y.partnership_id = ${q}.partnership_id or y.network_id = ${q}.network_id and y.role in (${advising}))`)}
    end
  or ${isIn(person, q)} and ${holds(person, `y.network_id = ${q}.network_id and y.role in (${concerned})`)})`;

/** Whoever asked question `q` is asked back: nobody can answer before they did. */
export const isPaused = `exists (select from question_pauses u where u.question_id = q.id and u.until_at is null)`;

/** In a network `n` that is closed nothing is done any more. */
export const isOpen = `n.status not in ('completed', 'archived')`;

/** As the contract's `Tag`, of `t` with theme `h`. */
export const tag = `
  json_build_object('id', t.id, 'slug', t.slug, 'names', t.names, 'themeSlug', h.slug)`;

/** The tags of what is in `table` by `column`, in the order of their names. */
export const tagsOf = (table: 'question_tags' | 'note_tags', column: string, id: string): string => `
  coalesce((select json_agg(${tag} order by t.names ->> 'en', t.id)
    from ${table} qt join tags t on t.id = qt.tag_id left join themes h on h.id = t.theme_id
    where qt.${column} = ${id}), '[]')`;

/** Of question `q`, whose network is `n`, partnership `s`, asker `a` and answerable `r`: a card once `asQuestionCard` reckoned its target. */
export const questionCard = `
  q.id, q.title, q.language, q.summary, q.state, q.visibility,
  json_build_object('slug', n.slug, 'name', n.name) as network,
  case when s.id is not null then json_build_object('slug', s.slug, 'name', s.name) end as partnership,
  ${personRef('a')} as "askedBy", ${instant('q.asked_at')} as "askedAt",
  ${tagsOf('question_tags', 'question_id', 'q.id')} as tags,
  case when r.id is not null then ${personRef('r')} end as responsible,
  ${instant('q.waiting_since')} as "waitingSince",
  json_build_object('at', ${instant('q.target_at')}, 'timeZone', r.time_zone) as reckoned,
  (select count(*) from answers w where w.question_id = q.id)::int as answers,
  exists (select from answers w where w.question_id = q.id and w.accepted_at is not null) as accepted,
  (select count(*) from question_shares h where h.question_id = q.id)::int as shared`;

export const fromQuestions = `
  from questions q join networks n on n.id = q.network_id left join partnerships s on s.id = q.partnership_id
  join people a on a.id = q.asked_by left join people r on r.id = q.responsible_id`;
