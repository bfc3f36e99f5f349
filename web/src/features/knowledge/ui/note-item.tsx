/** A note in a list. */
import type { NoteCard } from '@hub/contracts';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link } from '../../../router';
import pages from '../../../ui/pages.module.css';
import { Tags, useDay } from '../../questions/forms';
import styles from './knowledge.module.css';

export function NoteItem({ of: note }: { of: NoteCard }) {
  const t = useT();
  const day = useDay();
  const { number, title, language, excerpt, author, role, network, publishedAt } = note;
  return (
    <li className={styles.item}>
      <h3 className={pages.title}>
        <Link to="/k/$number" params={{ number: String(number) }} lang={language} dir="auto">
          {title}
        </Link>
      </h3>
      <p lang={language} dir="auto" className={pages.excerpt}>
        {excerptText(excerpt, t)}
      </p>
      <p className={styles.facts}>
        <span>
          {role === null ? author.name : t('knowledge.author', { name: author.name, role: t(`role.${role}`) })}
        </span>
        <span lang="en">{network.name}</span>
        <time dateTime={publishedAt}>{day(publishedAt)}</time>
      </p>
      <Tags of={note.tags} />
    </li>
  );
}
