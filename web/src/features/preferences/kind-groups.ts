/** Kinds of what people are told, in the order and the groups in which they think of them. */
import type { NotificationKind } from '@hub/contracts';

export const kindGroups = [
  { name: 'people', kinds: ['direct', 'mention', 'reply', 'report'] },
  { name: 'updates', kinds: ['broadcast', 'acknowledgement_missing'] },
  {
    name: 'timeline',
    kinds: ['milestone_due', 'milestone_late', 'milestone_changed', 'visit_coming', 'lessons_wanted'],
  },
  {
    name: 'questions',
    kinds: [
      'question_asked',
      'question_routed',
      'question_due',
      'question_late',
      'question_asked_back',
      'question_followed',
      'question_answered',
      'answer_accepted',
      'note_review',
    ],
  },
  { name: 'role', kinds: ['role_ending'] },
] as const satisfies readonly { name: string; kinds: readonly NotificationKind[] }[];
