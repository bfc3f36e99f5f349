/** A message's text. What it takes to show Markdown is fetched once a message has some; until then its text stands as it is. */
import type { Mentioned } from '@hub/contracts/mentions';
import { memo } from 'react';
import { useT } from '../../../i18n';
import type { Reader } from '../mentions';
import { hasMarkup } from '../message-parts';
import styles from './message-body.module.css';
import { PlainText } from './plain-text';
import { useMarkedText } from './use-marked-text';

interface Props {
  body: string;
  mentions: readonly Mentioned[];
  language: string | null | undefined;
  reader: Reader;
}

export const MessageBody = memo(function MessageBody({ body, mentions, language, reader }: Props) {
  const t = useT();
  const MarkedText = useMarkedText(hasMarkup(body));
  const Text = MarkedText ?? PlainText;
  return (
    <div className={styles.body} lang={language ?? undefined} dir="auto">
      <Text body={body} mentions={mentions} reader={reader} t={t} />
    </div>
  );
});
