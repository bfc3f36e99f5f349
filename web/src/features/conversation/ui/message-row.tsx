/** One row of the conversation: a day, where the news begins, a message, or a message on its way. */
import { memo } from 'react';
import { useFormats, useT } from '../../../i18n';
import { useConversationTools } from '../conversation-context';
import { mentionsIn, MessageBody, OutgoingState } from '../../messages';
import type { Row } from '../message-rows';
import { MessageArticle } from './message-article';
import type { RowLook } from './message-list';
import styles from './message-row.module.css';
import { QuoteBlock } from './quote-block';
import { SentMessage } from './sent-message';

interface Props extends RowLook {
  row: Row;
}

export const MessageRow = memo(function MessageRow({ row, ...look }: Props) {
  const t = useT();
  const { day } = useFormats();
  switch (row.kind) {
    case 'day':
      return (
        <h2 className={styles.day}>
          <time dateTime={row.at}>{day(row.at)}</time>
        </h2>
      );
    case 'unread':
      return (
        <p className={styles.news}>
          <span>{t('channels.news')}</span>
        </p>
      );
    case 'message':
      return <SentMessage message={row.message} opensRun={row.opensRun} look={look} />;
    case 'outgoing':
      return <OutgoingMessage row={row} look={look} />;
  }
});

function OutgoingMessage({ row, look }: { row: Extract<Row, { kind: 'outgoing' }>; look: RowLook }) {
  const { time } = useFormats();
  const { reader, people, titleOf, find, retry, discard } = useConversationTools();
  const { input, writtenAt } = row.outgoing;
  const answered = input.replyToId === undefined ? undefined : find(input.replyToId);
  return (
    <MessageArticle
      author={reader}
      title={titleOf(reader.id)}
      at={writtenAt}
      opensRun={row.opensRun}
      look={look}
      time={<time dateTime={writtenAt}>{time(writtenAt)}</time>}
    >
      {answered && <QuoteBlock quote={answered} active={look.active} />}
      <MessageBody
        body={input.body}
        mentions={mentionsIn(input.body, people)}
        language={input.language}
        reader={reader}
      />
      <OutgoingState outgoing={row.outgoing} onRetry={retry} onDelete={discard} />
    </MessageArticle>
  );
}
