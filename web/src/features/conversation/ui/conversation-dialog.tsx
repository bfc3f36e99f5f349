/** The dialogs of a conversation, one at a time. */
import type { Topic } from '@hub/contracts';
import type { OpenDialog } from '../conversation-context';
import type { Goal } from '../goal';
import { DateDialog } from './date-dialog';
import { EvidenceDialog } from './evidence-dialog';
import { HistoryDialog } from './history-dialog';
import { KeysDialog } from './keys-dialog';
import { MoveDialog } from './move-dialog';
import { ReasonDialog } from './reason-dialog';
import { RenameDialog } from './rename-dialog';

interface Props {
  dialog: OpenDialog;
  topic: Topic;
  onGo(goal: Goal): void;
  /** Something was done, and is said. */
  onDone(text: string): void;
  onClose(): void;
}

export function ConversationDialog({ dialog, topic, onGo, onDone, onClose }: Props) {
  switch (dialog.kind) {
    case 'history':
      return <HistoryDialog message={dialog.message} onClose={onClose} />;
    case 'evidence':
      return <EvidenceDialog message={dialog.message} onDone={onDone} onClose={onClose} />;
    case 'report':
    case 'remove':
      return <ReasonDialog kind={dialog.kind} message={dialog.message} onDone={onDone} onClose={onClose} />;
    case 'rename':
      return <RenameDialog topic={topic} onDone={onDone} onClose={onClose} />;
    case 'move':
      return <MoveDialog topic={topic} onDone={onDone} onClose={onClose} />;
    case 'date':
      return <DateDialog topic={topic} onGo={onGo} onClose={onClose} />;
    case 'keys':
      return <KeysDialog onClose={onClose} />;
  }
}
