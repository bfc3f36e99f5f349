/** Opening a channel: what it is called, who will be in it and why it is there. */
import type { ChannelKind, NetworkPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { Button, EmptyState, Failed, Field, inputClass, Loading, PageHeader, Path } from '../../../ui';
import { isEnded, mayOpen, mayOpenAny, useNetworkCache, type Opening } from '../../networks';
import { useProfile } from '../../session';
import { ChannelFields, useChannelProblems, type ChannelText } from './channel-fields';
import styles from './manage.module.css';

const everyKind = [
  'thematic',
  'partnership',
  'steering_group',
  'mentor_team',
  'guest',
] as const satisfies ChannelKind[];
type Kind = (typeof everyKind)[number];
const kindsOfPartnership: readonly Kind[] = ['partnership', 'steering_group'];

export function ChannelNewRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/channels/new');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (data) return <NewChannel key={networkSlug} network={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('networks.loading')} />;
}

function NewChannel({ network }: { network: NetworkPage }) {
  const t = useT();
  const opening = mayOpen(network, useProfile().memberships);
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('rooms.new_title', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
          </Path>
        }
        lead={t('rooms.new_lead')}
      >
        {t('rooms.new')}
      </PageHeader>
      {mayOpenAny(opening) ? (
        <NewForm network={network} opening={opening} />
      ) : (
        <EmptyState title={t('rooms.new_none')}>{t('rooms.new_none_hint')}</EmptyState>
      )}
    </div>
  );
}

interface Values extends ChannelText {
  kind: Kind;
  partnershipId: string;
}

function NewForm({ network, opening }: { network: NetworkPage; opening: Opening }) {
  const t = useT();
  const hub = useHub();
  // A retry of the same form opens no second channel.
  const [channelId] = useState(() => uuid());
  const [values, setValues] = useState<Values>({
    name: '',
    purpose: '',
    sensitive: false,
    kind: opening.whole ? 'thematic' : 'partnership',
    partnershipId: opening.whole ? '' : (opening.partnershipIds[0] ?? ''),
  });
  const form = useForm(['name', 'purpose', 'kind', 'partnershipId'], () => import('../channel-new.schema'));
  const change = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const { kind, partnershipId } = values;
  const ofPartnership = kindsOfPartnership.includes(kind);
  const kinds = opening.whole ? everyKind : kindsOfPartnership;
  const partnerships = network.partnershipCards.filter(
    ({ id, status }) => !isEnded(status) && (opening.whole || opening.partnershipIds.includes(id)),
  );
  const problems = [
    ...useChannelProblems(form),
    { fieldId: 'channel-kind', label: t('rooms.kind'), text: form.problem('kind') },
    { fieldId: 'channel-partnership', label: t('rooms.partnership'), text: form.problem('partnershipId') },
  ];

  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, purpose, sensitive } = values;
    const input = {
      networkSlug: network.slug,
      channelId,
      name,
      purpose,
      kind,
      sensitive,
      ...(ofPartnership && partnershipId !== '' && { partnershipId }),
    };
    void form.submit(input, async () => {
      const { id } = await hub.call('channel.create', input);
      const params = { networkSlug: network.slug, channelId: id };
      navigate({ to: '/n/$networkSlug/c/$channelId', params }, { replace: true });
    });
  };

  return (
    <form noValidate className={forms.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <ChannelFields value={values} form={form} onChange={change} />
      <fieldset className={forms.group}>
        <legend>{t('rooms.kind')}</legend>
        {kinds.map((one, index) => (
          <label key={one} className={forms.choice}>
            <input
              id={index === 0 ? 'channel-kind' : undefined}
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              aria-describedby={`channel-kind-${one}`}
              onChange={() => change({ kind: one })}
            />
            <span className={forms.choiceName}>{t(`rooms.kind.${one}`)}</span>
            <span id={`channel-kind-${one}`} className={forms.choiceText}>
              {t(`rooms.kind_who.${one}`)}
            </span>
          </label>
        ))}
      </fieldset>
      {ofPartnership && (
        <Field
          id="channel-partnership"
          label={t('rooms.partnership')}
          hint={t(
            kind === 'steering_group' && opening.whole ? 'rooms.partnership_hint_steering' : 'rooms.partnership_hint',
          )}
          problem={form.problem('partnershipId')}
        >
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={partnershipId}
              aria-required={kind === 'partnership'}
              onChange={(event) => {
                change({ partnershipId: event.target.value });
                form.clear('partnershipId');
              }}
            >
              {opening.whole && (
                <option value="">
                  {t(kind === 'partnership' ? 'rooms.partnership_choose' : 'rooms.partnership_every')}
                </option>
              )}
              {partnerships.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('rooms.new_now')}
        </Button>
        <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }}>
          {t('rooms.back')}
        </Link>
      </div>
    </form>
  );
}
