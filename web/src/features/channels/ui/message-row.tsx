/** One row of the conversation: a day, a message, or a message on its way. */
import type { PersonRef } from '@hub/contracts';
import { memo } from 'react';
import { useFormats } from '../../../i18n';
import { isMeant, mentionsIn, type Mentionable, type Reader } from '../mention-tokens';
import type { Row } from '../message-rows';
import type { Outgoing } from '../outgoing';
import { MessageArticle, TimeLink } from './message-article';
import { MessageBody } from './message-body';
import styles from './message.module.css';
import { OutgoingState } from './outgoing-state';

export interface MessageRowProps {
  row: Row;
  reader: PersonRef & Reader;
  titleOf(personId: string): string;
  /** Everybody in the channel, for the names in what is on its way. */
  people: readonly Mentionable[];
  marked: boolean;
  onRetry(clientId: string): void;
  onDelete(outgoing: Outgoing): void;
}

export const MessageRow = memo(function MessageRow({
  row,
  reader,
  titleOf,
  people,
  marked,
  onRetry,
  onDelete,
}: MessageRowProps) {
  const { day, time } = useFormats();
  switch (row.kind) {
    case 'day':
      return (
        <h2 className={styles.day}>
          <time dateTime={row.at}>{day(row.at)}</time>
        </h2>
      );
    case 'message': {
      const { author, body, mentions, language, sentAt, topicId, seq } = row.message;
      return (
        <MessageArticle
          author={author}
          title={titleOf(author.id)}
          at={sentAt}
          opensRun={row.opensRun}
          mentionsReader={mentions.some((one) => isMeant(one, reader))}
          marked={marked}
          time={<TimeLink topicId={topicId} seq={seq} at={sentAt} />}
        >
          <MessageBody body={body} mentions={mentions} language={language} reader={reader} />
        </MessageArticle>
      );
    }
    case 'outgoing': {
      const { input, writtenAt } = row.outgoing;
      return (
        <MessageArticle
          author={reader}
          title={titleOf(reader.id)}
          at={writtenAt}
          opensRun={row.opensRun}
          mentionsReader={false}
          marked={false}
          time={<time dateTime={writtenAt}>{time(writtenAt)}</time>}
        >
          <MessageBody
            body={input.body}
            mentions={mentionsIn(input.body, people)}
            language={input.language}
            reader={reader}
          />
          <OutgoingState outgoing={row.outgoing} onRetry={onRetry} onDelete={onDelete} />
        </MessageArticle>
      );
    }
  }
});
