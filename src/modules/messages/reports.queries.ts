/** SQL of reports. */
import { instant, personRef } from '@hub/database';

/** $1 id, $2 message, $3 reporter, $4 reason. No row when they reported it before. */
export const openReport = `
  insert into reports (id, message_id, reporter_id, reason) values ($1, $2, $3, $4)
  on conflict (message_id, reporter_id) do nothing returning id`;

/** $1 network: what waits, oldest first. */
export const reportsOf = `
  select r.id, r.message_id as "messageId", c.name as "channelName", t.title as "topicTitle",
    ${personRef('p')} as reporter, r.reason, ${instant('r.created_at')} as "createdAt"
  from reports r
  join messages m on m.id = r.message_id
  join channels c on c.id = m.channel_id
  join topics t on t.id = m.topic_id
  join people p on p.id = r.reporter_id
  where c.network_id = $1 and r.settled_at is null
  order by r.created_at, r.id`;

/** $1 report. */
export const reportToSettle = `
  select r.message_id as "messageId", m.channel_id as "channelId", c.network_id as "networkId"
  from reports r join messages m on m.id = r.message_id join channels c on c.id = m.channel_id where r.id = $1`;

/** $1 message, $2 by whom, $3 outcome: every report of it that waits. */
export const settleReports = `
  update reports set settled_at = now(), settled_by = $2, outcome = $3
  where message_id = $1 and settled_at is null returning id`;
