import type { Topic } from '@hub/contracts';
import { DayDialog } from '../../../forms/day-dialog';
import { useT } from '../../../i18n';
import { dayAt, startOfDay } from '../../../local-day';
import { useConversationTools } from '../conversation-context';
import type { Goal } from '../goal';

interface Props {
  topic: Topic;
  onGo(goal: Goal): void;
  onClose(): void;
}

/** To the first message of a day, in the reader's own zone. */
export function DateDialog({ topic, onGo, onClose }: Props) {
  const t = useT();
  const { timeZone } = useConversationTools().reader;
  return (
    <DayDialog
      texts={{
        title: t('tools.date'),
        label: t('tools.date_label'),
        hint: t('tools.date_hint'),
        wrong: t('tools.date_wrong'),
        cancel: t('tools.cancel'),
        go: t('tools.date_go'),
      }}
      begin={dayAt(Date.parse(topic.lastMessageAt), timeZone)}
      onDay={(day) => onGo({ to: 'time', at: startOfDay(day, timeZone) })}
      onClose={onClose}
    />
  );
}
