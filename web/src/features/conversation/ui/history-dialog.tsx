/** What a message has said, the latest first. */
import type { Message } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Failed, Loading } from '../../../ui';
import { Dialog } from '../../../ui/dialog';
import { useConversationTools } from '../conversation-context';
import styles from './dialogs.module.css';
import { MessageBody } from '../../messages';

export function HistoryDialog({ message, onClose }: { message: Message; onClose(): void }) {
  const t = useT();
  const hub = useHub();
  const { full } = useFormats();
  const { reader } = useConversationTools();
  const { id: messageId, version, body, language, mentions, sentAt, editedAt } = message;
  const { data, error, refetch } = useQuery({
    queryKey: ['history', messageId, version],
    queryFn: () => hub.call('message.history', { messageId }),
  });
  const versions = [...(data ?? []), { version, body, language, writtenAt: editedAt ?? sentAt }];
  return (
    <Dialog title={t('tools.history_of', { author: message.author.name })} onClose={onClose}>
      {error && !data ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading text={t('tools.history_loading')} />
      ) : (
        <ol className={styles.versions} reversed>
          {versions.toReversed().map((one) => (
            <li key={one.version}>
              <p className={styles.when}>
                <time dateTime={one.writtenAt}>{full(one.writtenAt)}</time>
                {one.version === version && <strong>{t('tools.history_now')}</strong>}
              </p>
              <MessageBody body={one.body} mentions={mentions} language={one.language} reader={reader} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
