/** The way to a direct conversation with somebody; nobody has one with themselves. */
import { MessageSquare } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { useProfile } from '../../session';
import styles from './write-to.module.css';

interface Props {
  person: { id: string; name: string };
  /** The network in which they meet. */
  networkSlug: string;
}

export function WriteTo({ person, networkSlug }: Props) {
  const t = useT();
  const { id, name } = person;
  if (useProfile().id === id) return null;
  return (
    <Link
      to="/n/$networkSlug/write/$personId"
      params={{ networkSlug, personId: id }}
      className={styles.write}
      aria-label={t('nav.write_to', { name })}
    >
      <MessageSquare aria-hidden size={15} />
      {t('nav.write')}
    </Link>
  );
}
