/** “Write to” somebody: opens the conversation with them, which may be there already, and goes on to it. */
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Redirect, useParams } from '../../../router';
import { Failed, Loading } from '../../../ui';

export function DirectRoute() {
  const { networkSlug, personId } = useParams('/n/$networkSlug/write/$personId');
  const t = useT();
  const hub = useHub();
  const { data, error, refetch } = useQuery({
    queryKey: ['direct', networkSlug, personId],
    queryFn: () => hub.call('direct.open', { networkSlug, personId }),
    staleTime: Infinity,
  });
  if (data) return <Redirect to="/n/$networkSlug/c/$channelId" params={{ networkSlug, channelId: data.id }} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('rooms.direct_opening')} />;
}
