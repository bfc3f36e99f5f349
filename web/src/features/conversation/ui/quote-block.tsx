/** The message that another answers: who wrote it and how it begins. It leads there. */
import type { Message, Quote } from '@hub/contracts';
import { Reply } from 'lucide-react';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link } from '../../../router';
import { useConversationTools } from '../conversation-context';
import { plainText } from '../../messages';
import styles from './quote-block.module.css';

interface Props {
  quote: Quote | Message;
  /** Within Tab's way. */
  active: boolean;
}

export function QuoteBlock({ quote, active }: Props) {
  const t = useT();
  const { goTo, find } = useConversationTools();
  const excerpt = 'excerpt' in quote ? excerptText(quote.excerpt, t) : plainText(quote.body, quote.mentions, t);
  return (
    <Link
      to="/t/$topicId"
      params={{ topicId: quote.topicId }}
      search={{ m: quote.id }}
      className={styles.quote}
      tabIndex={active ? 0 : -1}
      aria-label={t('channels.quote_of', { author: quote.author.name, text: excerpt || t('channels.quote_removed') })}
      onClick={(event) => {
        if (!find(quote.id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goTo(quote.id);
      }}
    >
      <Reply aria-hidden size={14} />
      <span className={styles.quoteAuthor}>{quote.author.name}</span>
      <span className={styles.quoteText}>{excerpt || t('channels.quote_removed')}</span>
    </Link>
  );
}
