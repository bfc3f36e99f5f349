/** Where a broadcast is talked about: its topic, or the first message of one in the channel that the reader chooses. */
import type { BroadcastPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import pages from '../../../ui/pages.module.css';
import { useNetworkCache } from '../../networks';
import { TalkSection } from '../../writing/talk';
import { useOwnNetwork, useRefresh } from '../use-broadcasts';

export function Talk({ page }: { page: BroadcastPage }) {
  const { id: broadcastId, title, topicId } = page;
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const own = useOwnNetwork(page.networks);
  const { data: network } = useQuery({ ...useNetworkCache().network(own?.slug ?? ''), enabled: own !== undefined });
  const [chosen, setChosen] = useState<string>();
  // Announcements are no place for talk, and a closed group leaves others out.
  const channels = (network?.channels ?? []).filter(
    ({ kind, archived, sensitive }) => kind === 'thematic' && !archived && !sensitive,
  );
  const channelId = chosen ?? (channels.find(({ slug }) => slug === 'general') ?? channels[0])?.id;
  if (topicId === null && !own) return null;
  return (
    <TalkSection
      about={`broadcast:${broadcastId}`}
      texts={{
        heading: t('broadcasts.talk'),
        first: t('broadcasts.talk_first'),
        hint: t('broadcasts.talk_hint'),
        goTo: t('broadcasts.talk_in'),
      }}
      topicId={topicId ?? undefined}
      channelId={channelId}
      title={title}
      mark={`${location.origin}/b/${broadcastId}`}
      onOpened={async (opened) => {
        await hub.call('broadcast.discuss', { broadcastId, topicId: opened });
        void refresh();
      }}
    >
      {network && channelId === undefined && <p className={pages.hint}>{t('broadcasts.talk_nowhere')}</p>}
      {channelId !== undefined && channels.length > 1 && (
        <Choice
          id="talk-channel"
          label={t('broadcasts.talk_channel')}
          problem={undefined}
          value={channelId}
          onChange={setChosen}
        >
          {channels.map(({ id, name }) => (
            <option key={id} value={id} lang="en">
              {name}
            </option>
          ))}
        </Choice>
      )}
    </TalkSection>
  );
}
