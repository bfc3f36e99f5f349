/** A message is made evidence of a milestone. What it takes to say so comes when it is asked for. */
import type { Message } from '@hub/contracts';
import { lazy, Suspense } from 'react';
import { useT, withTexts } from '../../../i18n';
import { Loading } from '../../../ui';
import { Dialog } from '../../../ui/dialog';
import { plainText } from '../../messages';
import { useConversationTools } from '../conversation-context';
import styles from './dialogs.module.css';

const texts = <T,>(module: Promise<T>) => withTexts('milestone', withTexts('marks', module));
const MessageEvidence = lazy(async () => ({ default: (await texts(import('../../milestones'))).MessageEvidence }));

interface Props {
  message: Message;
  onDone(text: string): void;
  onClose(): void;
}

export function EvidenceDialog({ message, onDone, onClose }: Props) {
  const t = useT();
  const { channel } = useConversationTools();
  return (
    <Dialog title={t('tools.evidence')} onClose={onClose}>
      <div className={styles.form}>
        <blockquote className={styles.about}>
          <strong>{message.author.name}</strong> {plainText(message.body, message.mentions, t)}
        </blockquote>
        <Suspense fallback={<Loading text={t('tools.evidence')} />}>
          <MessageEvidence
            messageId={message.id}
            networkSlug={channel.network.slug}
            partnershipId={channel.partnership?.id}
            onDone={(text) => {
              onClose();
              onDone(text);
            }}
            onClose={onClose}
          />
        </Suspense>
      </div>
    </Dialog>
  );
}
