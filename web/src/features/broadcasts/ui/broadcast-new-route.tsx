/** A new broadcast, begun in one network; whoever sends to several may choose more of them. */
import { useState } from 'react';
import { useT } from '../../../i18n';
import { useParams } from '../../../router';
import { v7 as uuid } from 'uuid';
import { EmptyState, PageHeader, useHere } from '../../../ui';
import { blank } from '../form-values';
import { useKept } from '../use-kept';
import { usePlaces, type Place } from '../use-places';
import { BroadcastForm } from './broadcast-form';
import { BroadcastPath } from './broadcast-path';

export function BroadcastNewRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/broadcasts/new');
  const t = useT();
  const places = usePlaces();
  const network = places.find(({ slug }) => slug === networkSlug);
  useHere(networkSlug);
  return (
    <>
      <PageHeader path={<BroadcastPath network={network} />} lead={network && t('broadcasts.new_lead')}>
        {t('broadcasts.new')}
      </PageHeader>
      {network ? (
        <NewForm key={network.id} network={network} places={places} />
      ) : (
        <EmptyState title={t('broadcasts.not_yours')}>{t('broadcasts.not_yours_hint')}</EmptyState>
      )}
    </>
  );
}

function NewForm({ network, places }: { network: Place; places: readonly Place[] }) {
  // A retry of the same form makes no second one.
  const [broadcastId] = useState(() => uuid());
  const kept = useKept(`broadcast:new:${network.id}`, () =>
    blank(network.id, { key: uuid(), language: 'en', title: '', body: '' }),
  );
  return <BroadcastForm {...{ broadcastId, places, kept }} networkSlug={network.slug} saved={false} />;
}
