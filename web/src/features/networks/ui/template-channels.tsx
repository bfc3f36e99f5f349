/** The channels that a new network will have: those of every network as they are, those of its theme to be changed. */
import type { TemplateChannel } from '@hub/contracts';
import { useRef } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import styles from './settings.module.css';
import { TemplateChannelList } from './template-channel-list';

export interface OwnChannel {
  key: string;
  name: string;
  purpose: string;
  sensitive: boolean;
}

const most = 12;

interface Props {
  common: readonly TemplateChannel[];
  own: readonly OwnChannel[];
  problem(n: number): string | undefined;
  onChange(own: readonly OwnChannel[]): void;
}

export function TemplateChannels({ common, own, problem, onChange }: Props) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (key: string, part: Partial<OwnChannel>) =>
    onChange(own.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const remove = ({ key, name }: OwnChannel) => {
    onChange(own.filter((one) => one.key !== key));
    heading.current?.focus();
    announce(t('network_new.channel_removed', { name }));
  };
  return (
    <>
      <h2>{t('network_new.channels')}</h2>
      <p className={styles.count}>{t('network_new.count', { count: common.length + own.length })}</p>
      <section aria-labelledby="common-channels" className={styles.group}>
        <h3 id="common-channels">{t('network_new.common')}</h3>
        <TemplateChannelList channels={common} />
      </section>
      <section aria-labelledby="own-channels" className={styles.group}>
        <h3 id="own-channels" ref={heading} tabIndex={-1}>
          {t('network_new.own')}
        </h3>
        <p className={styles.more}>{t(own.length === 0 ? 'network_new.own_none' : 'network_new.own_hint')}</p>
        {own.map((channel, n) => (
          <div key={channel.key} className={styles.own}>
            <Line
              id={`channel-${channel.key}`}
              label={t('network_new.channel_name', { n: n + 1 })}
              problem={problem(n)}
              value={channel.name}
              onChange={(name) => change(channel.key, { name })}
            />
            <Line
              id={`purpose-${channel.key}`}
              label={t('network_new.channel_purpose', { n: n + 1 })}
              problem={undefined}
              required={false}
              value={channel.purpose}
              onChange={(purpose) => change(channel.key, { purpose })}
            />
            <label className={forms.choice}>
              <input
                type="checkbox"
                checked={channel.sensitive}
                onChange={(event) => change(channel.key, { sensitive: event.target.checked })}
              />
              <span>{t('network_new.sensitive')}</span>
            </label>
            <Button look="quiet" onClick={() => remove(channel)}>
              {t('network_new.channel_remove', { name: channel.name || t('network_new.channel_name', { n: n + 1 }) })}
            </Button>
          </div>
        ))}
        {own.length < most && (
          <Button
            onClick={() => {
              const key = uuid();
              onChange([...own, { key, name: '', purpose: '', sensitive: false }]);
              requestAnimationFrame(() => document.getElementById(`channel-${key}`)?.focus());
            }}
          >
            {t('network_new.channel_add')}
          </Button>
        )}
      </section>
    </>
  );
}
