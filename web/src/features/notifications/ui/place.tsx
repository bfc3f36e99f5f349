/** The way to where a notification is seen to: a report among the others, a role among one's own or where it can be given anew. */
import type { Notification } from '@hub/contracts';
import type { ComponentProps } from 'react';
import { Link } from '../../../router';

interface Props extends Pick<ComponentProps<'a'>, 'onClick' | 'children'> {
  notification: Notification;
}

export function Place({ notification, ...rest }: Props) {
  const link = { ...rest, 'data-entry': true };
  switch (notification.kind) {
    case 'role_ending':
      return notification.own ? (
        <Link {...link} to="/settings" />
      ) : (
        <Link {...link} to="/admin/people/$personId" params={{ personId: notification.from.id }} />
      );
    case 'report':
      return <Link {...link} to="/n/$networkSlug/reports" params={{ networkSlug: notification.networkSlug }} />;
    case 'milestone_due':
    case 'milestone_late':
    case 'milestone_changed':
      return <Link {...link} to="/m/$milestoneId" params={{ milestoneId: notification.milestoneId }} />;
    case 'visit_coming':
    case 'lessons_wanted':
      return <Link {...link} to="/v/$visitId" params={{ visitId: notification.visitId }} />;
    case 'broadcast':
    case 'acknowledgement_missing':
      return <Link {...link} to="/b/$broadcastId" params={{ broadcastId: notification.broadcastId }} />;
    case 'question_asked':
    case 'question_routed':
    case 'question_due':
    case 'question_late':
    case 'question_asked_back':
    case 'question_followed':
    case 'question_answered':
    case 'answer_accepted':
      return <Link {...link} to="/q/$questionId" params={{ questionId: notification.questionId }} />;
    case 'note_review':
      return <Link {...link} to="/k/$number" params={{ number: String(notification.noteNumber) }} />;
    default: {
      const { topicId, messageId } = notification;
      return <Link {...link} to="/t/$topicId" params={{ topicId }} search={{ m: messageId }} />;
    }
  }
}
