/** A theme as administrators keep it: its names, who works on it, and the channels that it suggests to a new network. */
import type { ThemeList } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import { Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { themesKey, useNetworkCache } from '../network-cache';
import styles from './networks-care.module.css';
import { TemplateChannelList } from './template-channel-list';

type Theme = ThemeList['themes'][number];

export function ThemeItem({ theme, name }: { theme: Theme; name: string }) {
  const t = useT();
  const [renaming, setRenaming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { channels, names, networks } = theme;
  const others = Object.values(names).filter((one) => one !== name);
  const close = () => {
    setRenaming(false);
    heading.current?.focus();
  };
  return (
    <li>
      <h3 ref={heading} tabIndex={-1}>
        {name}
      </h3>
      <p className={styles.more}>{others.join(' · ')}</p>
      <p className={styles.more}>{t('networks_care.used', { count: networks })}</p>
      {channels.length === 0 ? (
        <p className={styles.more}>{t('networks_care.suggests', { count: 0 })}</p>
      ) : (
        <details>
          <summary>{t('networks_care.suggests', { count: channels.length })}</summary>
          <TemplateChannelList channels={channels} />
        </details>
      )}
      {renaming ? (
        <Renaming theme={theme} onDone={close} />
      ) : (
        <div>
          <Button look="quiet" onClick={() => setRenaming(true)} aria-label={t('networks_care.rename_of', { name })}>
            {t('networks_care.rename')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Renaming({ theme, onDone }: { theme: Theme; onDone(): void }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const cache = useNetworkCache();
  const [names, setNames] = useState({ en: theme.names.en ?? '', sv: theme.names.sv ?? '' });
  const form = useForm(['names.en', 'names.sv'], () => import('../theme-rename.schema'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = { themeId: theme.id, names };
    void form.submit(input, async () => {
      client.setQueryData(themesKey, await hub.call('theme.rename', input));
      await cache.refresh();
      announce(t('networks_care.renamed', { name: names.en.trim() }));
      onDone();
    });
  };
  const line = (language: 'en' | 'sv') => ({
    id: `${theme.id}-${language}`,
    problem: form.problem(`names.${language}`),
    value: names[language],
    onChange: (value: string) => {
      setNames((before) => ({ ...before, [language]: value }));
      form.clear(`names.${language}`);
    },
  });
  return (
    <form ref={box} noValidate onSubmit={save} className={styles.renaming}>
      <Line {...line('en')} label={t('network_new.theme_en')} />
      <Line {...line('sv')} label={t('network_new.theme_sv')} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={styles.actions}>
        <Button type="submit" busy={form.busy}>
          {t('networks_care.rename_now')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('networks_care.cancel')}
        </Button>
      </div>
    </form>
  );
}
