/** SQL of what a person asked, answered and did about questions: $1 is that person in every statement. */
import { instant } from '@hub/database';

const question = `q.id as "questionId", q.title as question, n.name as network`;
const place = `join networks n on n.id = q.network_id`;

export const ownQuestions = {
  questions: `
    select q.id, n.name as network, s.name as partnership, ${instant('q.asked_at')} as "askedAt", q.title, q.body as text,
      q.language, q.summary, q.visibility, q.state, coalesce((
        select json_agg(json_build_object(
          'title', h.before ->> 'title', 'text', h.before ->> 'body', 'until', ${instant('h.at')}) order by h.number)
        from question_steps h where h.question_id = q.id and h.before is not null), '[]') as "earlierVersions"
    from questions q ${place} left join partnerships s on s.id = q.partnership_id
    where q.asked_by = $1 order by q.asked_at, q.id`,
  answers: `
    select a.id, ${question}, ${instant('a.at')} as at, a.role, a.body as text, a.language, a.sources,
      ${instant('a.accepted_at')} as "acceptedAt", coalesce((
        select json_agg(json_build_object('text', v.body, 'sources', v.sources, 'until', ${instant('v.at')}) order by v.version)
        from answer_versions v where v.answer_id = a.id), '[]') as "earlierVersions"
    from answers a join questions q on q.id = a.question_id ${place} where a.author_id = $1 order by a.at, a.id`,
  questionRemarks: `
    select r.id, ${question}, ${instant('r.at')} as at, r.body as text, r.asks_back as "asksBack"
    from question_remarks r join questions q on q.id = r.question_id ${place} where r.author_id = $1 order by r.at, r.id`,
  // Who else did something about them is not told.
  questionSteps: `
    select ${question}, ${instant('h.at')} as at, h.by_id is not distinct from $1 as "byThemselves", h.step,
      case when h.by_id = $1 then h.reason else '' end as reason
    from question_steps h join questions q on q.id = h.question_id ${place}
    where h.by_id = $1 or h.to_id = $1 order by h.at, h.question_id, h.number`,
  endorsements: `
    select a.id as "answerId", ${question}, ${instant('e.at')} as at
    from answer_endorsements e join answers a on a.id = e.answer_id join questions q on q.id = a.question_id ${place}
    where e.person_id = $1 order by e.at, a.id`,
  questionShares: `
    select ${question}, s.name as partnership, ${instant('h.at')} as at
    from question_shares h join partnerships s on s.id = h.partnership_id join questions q on q.id = h.question_id ${place}
    where h.person_id = $1 order by h.at, q.id`,
  knowledgeNotes: `
    select k.number, n.name as network, k.title, k.body as text, k.language, k.sources,
      ${instant('k.published_at')} as "publishedAt", k.review_on::text as "reviewOn", k.withdrawn_reason as "withdrawnReason",
      coalesce((
        select json_agg(json_build_object(
          'version', v.version, 'title', v.title, 'text', v.body, 'note', v.note, 'at', ${instant('v.at')}) order by v.version)
        from note_versions v where v.note_id = k.id and v.by_id = $1), '[]') as versions
    from knowledge_notes k join networks n on n.id = k.network_id
    where k.author_id = $1 or exists (select from note_versions v where v.note_id = k.id and v.by_id = $1)
    order by k.number`,
  awayPeriods: `
    select from_on::text as "from", until_on::text as "until" from away_periods where person_id = $1 order by from_on, id`,
} as const;
