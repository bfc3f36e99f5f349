/** The way to a direct conversation with somebody. Nobody has one with themselves, nor begins one in a closed network. */
import { useQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { useProfile } from '../../session';
import { isClosed } from '../ended';
import { useNetworkCache } from '../network-cache';
import styles from './write-to.module.css';

interface Props {
  person: { id: string; name: string };
  /** The network in which they meet. */
  networkSlug: string;
}

export function WriteTo({ person, networkSlug }: Props) {
  const t = useT();
  const { id, name } = person;
  const { data: networks } = useQuery(useNetworkCache().list());
  const closed = networks?.some(({ slug, status }) => slug === networkSlug && isClosed(status));
  if (useProfile().id === id || closed) return null;
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
