import type { Message } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Button } from '../../../ui';
import { useConversationTools } from '../conversation-context';
import writing from '../../writing/ui/writing.module.css';
import styles from './edit-conflict.module.css';
import { MessageBody } from '../../messages';

interface Props {
  /** What the message is today. */
  current: Message;
  /** Left out where nothing can be changed any more. */
  onMine?: (() => void) | undefined;
  onCurrent(): void;
}

/** What somebody else, or oneself elsewhere, made of the message meanwhile; one's own text stays below. */
export function EditConflict({ current, onMine, onCurrent }: Props) {
  const t = useT();
  const { time } = useFormats();
  const { reader } = useConversationTools();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.conflict} aria-label={t('tools.conflict')}>
      <h3 ref={heading} tabIndex={-1}>
        {current.removed ? t('tools.conflict_removed') : t('tools.conflict')}
      </h3>
      {!current.removed && (
        <>
          <p className={writing.hint}>
            {t('tools.conflict_current', { time: time(current.editedAt ?? current.sentAt) })}
          </p>
          <blockquote>
            <MessageBody body={current.body} mentions={current.mentions} language={current.language} reader={reader} />
          </blockquote>
        </>
      )}
      <div className={styles.conflictButtons}>
        {onMine && <Button onClick={onMine}>{t('tools.conflict_mine')}</Button>}
        <Button onClick={onCurrent}>{t(current.removed ? 'tools.conflict_drop' : 'tools.conflict_theirs')}</Button>
      </div>
      <p className={writing.hint}>{t('tools.conflict_below')}</p>
    </section>
  );
}
