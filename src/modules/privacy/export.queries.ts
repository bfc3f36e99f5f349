/** SQL of the copy that a person takes with them: $1 is that person in every statement. */
import { instant } from '@hub/database';
import { ownQuestions } from './own-questions.queries.js';

const where = `n.name as network, c.name as channel, t.title as topic`;
const places = `join topics t on t.id = m.topic_id join channels c on c.id = m.channel_id join networks n on n.id = c.network_id`;

export const profile = `
  select p.id, p.name, p.initials, p.title, p.email, p.email_visible as "emailVisible", g.name as "localGovernment",
    p.languages, p.time_zone as "timeZone", p.locale, p.theme, p.low_data as "lowData", ${instant('p.created_at')} as "createdAt"
  from people p left join local_governments g on g.id = p.local_government_id where p.id = $1`;

/** The lists, by the name that each has in the copy. */
export const lists = {
  memberships: `
    select m.id, m.role, m.side, case when n.id is not null then json_build_object('slug', n.slug, 'name', n.name) end as network,
      s.name as partnership, m.from_on::text as "from", m.until_on::text as "until"
    from memberships m left join networks n on n.id = m.network_id left join partnerships s on s.id = m.partnership_id
    where m.person_id = $1 order by m.from_on, m.id`,
  seats: `
    select s.name as partnership, e.side, e.role, e.mandate, h.from_on::text as "from", h.until_on::text as "until"
    from seat_holders h join memberships m on m.id = h.membership_id and m.person_id = $1
    join seats e on e.id = h.seat_id join steering_groups g on g.id = e.steering_group_id
    join partnerships s on s.id = g.partnership_id order by h.from_on, h.id`,
  channels: `
    select c.id, n.name as network, c.kind, c.name, ${instant('cm.joined_at')} as "joinedAt",
      ${instant('cm.left_at')} as "leftAt", cm.muted_at is not null as muted
    from channel_members cm join channels c on c.id = cm.channel_id join networks n on n.id = c.network_id
    where cm.person_id = $1 order by cm.joined_at, c.id`,
  topics: `
    select t.id, t.title, c.name as channel, ${instant('t.created_at')} as "createdAt"
    from topics t join channels c on c.id = t.channel_id where t.created_by = $1 order by t.created_at, t.id`,
  messages: `
    select m.id, ${where}, ${instant('m.sent_at')} as "sentAt", ${instant('m.edited_at')} as "editedAt",
      ${instant('m.removed_at')} as "removedAt", m.removal_reason as "removalReason", m.language, m.body as text, coalesce((
        select json_agg(json_build_object('text', v.body, 'writtenAt', ${instant('v.written_at')}) order by v.version)
        from message_versions v where v.message_id = m.id), '[]') as "earlierVersions"
    from messages m ${places} where m.author_id = $1 order by m.sent_at, m.id`,
  reactions: `
    select r.message_id as "messageId", ${where}, r.reaction, ${instant('r.created_at')} as at
    from reactions r join messages m on m.id = r.message_id ${places} where r.person_id = $1 order by r.created_at, r.message_id`,
  mentions: `
    select m.id as "messageId", ${where}, ${instant('m.sent_at')} as at
    from message_mentions mm join messages m on m.id = mm.message_id ${places}
    where mm.person_id = $1 order by m.sent_at, m.id`,
  reports: `
    select message_id as "messageId", reason, ${instant('created_at')} as "createdAt", outcome
    from reports where reporter_id = $1 order by created_at, id`,
  reportsOfMine: `
    select r.message_id as "messageId", ${instant('r.created_at')} as "createdAt", r.outcome
    from reports r join messages m on m.id = r.message_id and m.author_id = $1 order by r.created_at, r.id`,
  visitChanges: `
    select v.id as "visitId", s.name as partnership, ${instant('c.changed_at')} as at, c.reason, c.undone, c.snapshot as "visit"
    from visit_changes c join visits v on v.id = c.visit_id join partnerships s on s.id = v.partnership_id
    where c.changed_by = $1 order by c.changed_at, c.visit_id, c.version`,
  broadcasts: `
    select v.broadcast_id as "broadcastId", v.version, ${instant('v.at')} as at, v.note, coalesce((
        select json_agg(json_build_object('language', t.language, 'title', t.title, 'body', t.body) order by t.position)
        from broadcast_texts t where t.broadcast_id = v.broadcast_id and t.version = v.version), '[]') as texts
    from broadcast_versions v where v.author_id = $1 order by v.at, v.broadcast_id, v.version`,
  broadcastsReceived: `
    select b.id as "broadcastId", t.title, ${instant('b.sent_at')} as "sentAt",
      ${instant('r.acknowledged_at')} as "acknowledgedAt", r.acknowledged_version as "acknowledgedVersion",
      r.acknowledged_by as "acknowledgedBy", r.reminders
    from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id
    join broadcast_texts t on t.broadcast_id = b.id and t.version = b.version and t.position = 0
    where r.person_id = $1 order by b.sent_at, b.id`,
  preferences: `
    select f.mail, f.digest, to_char(f.digest_at, 'HH24:MI') as "digestAt", f.digest_weekday as "digestWeekday",
      to_char(f.quiet_from, 'HH24:MI') as "quietFrom", to_char(f.quiet_until, 'HH24:MI') as "quietUntil",
      f.quiet_days as "quietDays", f.quiet_holidays as "quietHolidays", ${instant('f.changed_at')} as "changedAt"
    from preferences f where f.person_id = $1`,
  channelPreferences: `
    select c.id as "channelId", n.name as network, c.name as channel, f.mail
    from channel_preferences f join channels c on c.id = f.channel_id join networks n on n.id = c.network_id
    where f.person_id = $1 order by n.name, c.name, c.id`,
  notifications: `
    select kind, message_id as "messageId", ${instant('created_at')} as "createdAt", ${instant('read_at')} as "readAt"
    from notifications where person_id = $1 order by created_at, id`,
  readMarkers: `
    select n.name as network, c.name as channel, t.title as topic, r.seq as "readUpTo"
    from read_markers r join topics t on t.id = r.topic_id join channels c on c.id = t.channel_id
    join networks n on n.id = c.network_id where r.person_id = $1 order by c.id, t.id`,
  deliveries: `
    select medium, kind, state, ${instant('created_at')} as "createdAt", ${instant('settled_at')} as "settledAt"
    from deliveries where person_id = $1 order by created_at, id`,
  letters: `
    select ${instant('l.at')} as at, l.subject, l.plain as text from demonstration_mails l
    join people p on p.id = $1 and lower(l.recipient) like '%<' || lower(p.email) || '>' order by l.at, l.id`,
  // A membership is the person's too; who else did something about them is not told.
  audit: `
    select ${instant('a.at')} as at, a.actor_id is not distinct from $1 as "byThemselves", a.action,
      a.subject_id as "subjectId", a.reason, a.before, a.after
    from audit_entries a
    where a.actor_id = $1 or a.subject_id = $1 or a.subject_id in (select id from memberships where person_id = $1)
    order by a.at, a.id`,
  milestoneChanges: `
    select n.name as network, s.name as partnership, i.names ->> 'en' as milestone, ${instant('h.changed_at')} as at, h.reason,
      h.state, h.forecast_on as "forecastOn", h.actual_on as "actualOn", h.lesson
    from milestone_changes h join milestones m on m.id = h.milestone_id join plan_items i on i.id = m.item_id
    join networks n on n.id = m.network_id left join partnerships s on s.id = m.partnership_id
    where h.changed_by = $1 order by h.changed_at, h.milestone_id, h.version`,
  evidence: `
    select e.id, n.name as network, i.names ->> 'en' as milestone, e.note, e.link, e.message_id as "messageId",
      ${instant('e.added_at')} as "addedAt", ${instant('e.removed_at')} as "removedAt"
    from evidence e join milestones m on m.id = e.milestone_id join plan_items i on i.id = m.item_id
    join networks n on n.id = m.network_id where e.added_by = $1 order by e.added_at, e.id`,
  bands: `
    select id, country, kind, names ->> 'en' as name, starts_on::text as "startsOn", ends_on::text as "endsOn",
      ${instant('removed_at')} as "removedAt"
    from calendar_bands where added_by = $1 order by starts_on, id`,
  ...ownQuestions,
  erasureRequests: `
    select ${instant('requested_at')} as "requestedAt", ${instant('settled_at')} as "settledAt", outcome, reason
    from erasure_requests where person_id = $1 order by requested_at`,
} as const;

/** $1 tables: their columns, as they are in this hub. */
export const columnsOf = `
  select table_name as "table", array_agg(column_name::text) as columns from information_schema.columns
  where table_schema = current_schema() and table_name = any($1) group by table_name order by table_name`;
