/** SQL of notifications about messages. */
import { excerptOf, excerptReads, type Mention, type MessageNotification } from '@hub/contracts';
import { personRef } from '@hub/database';
import { mentionsOf } from '../messages/messages.fragments.js';
import type { Subject } from './inbox-subject.js';
import { reachesBy } from './notifications.queries.js';

interface Row extends Omit<MessageNotification, 'excerpt'> {
  body: string;
  mentions: Mention[] | null;
}

/** Why a mention came to somebody whom it did not name: the group they are in still, or else any of those it named. */
const group = `
  case when f.kind = 'mention' and not exists (
    select from message_mentions mm where mm.message_id = m.id and mm.person_id = f.person_id) then (
    select g.token from message_groups g where g.message_id = m.id
    order by (${reachesBy('g.token', 'f.person_id', 'c.network_id')}) desc, g.token limit 1) end`;

export const messages: Subject<Row> = {
  columns: `
    ${personRef('p')} as from, n.slug as "networkSlug", n.name as "networkName", c.id as "channelId",
    case when c.kind = 'direct' then p.name else c.name end as "channelName", c.sensitive,
    t.id as "topicId", t.title as "topicTitle", m.id as "messageId", m.seq as "messageSeq",
    left(m.body, ${excerptReads}) as body, ${mentionsOf('m')} as mentions, ${group} as group`,
  joins: `
    join messages m on m.id = f.message_id
    join topics t on t.id = m.topic_id
    join channels c on c.id = m.channel_id
    join networks n on n.id = c.network_id
    join people p on p.id = case f.kind when 'report'
      then (select r.reporter_id from reports r where r.message_id = m.id order by r.created_at limit 1) else m.author_id end`,
  // What was said in a channel that the person left is not shown any more; what was reported is shown to the project
  // coordinator by its report.
  visible: `
    case f.kind
      when 'report' then exists (
        select from current_memberships y
        where y.person_id = f.person_id and y.network_id = c.network_id and y.role = 'project_coordinator')
      else exists (
        select from current_channel_members cm where cm.channel_id = c.id and cm.person_id = f.person_id) end`,
  needsMe: `
    case f.kind when 'reply' then false
      when 'report' then exists (select from reports r where r.message_id = m.id and r.settled_at is null)
      else m.removed_at is null end`,
  asNotification: ({ body, mentions, ...rest }) => ({ ...rest, excerpt: excerptOf(body, mentions ?? []) }),
};
