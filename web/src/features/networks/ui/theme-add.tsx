/** A theme that is not in the list yet, added on its own or without leaving the form of the network that needs it. */
import type { ThemeList } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { themesKey } from '../network-cache';
import styles from './settings.module.css';

export function ThemeAdd({ onAdded }: { onAdded?(list: ThemeList, themeId: string): void }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [names, setNames] = useState({ en: '', sv: '' });
  const form = useForm(['names.en', 'names.sv'], () => import('../theme-add.schema'));
  const box = useWrongFocus<HTMLDivElement>(form.failures);
  const add = () =>
    void form.submit({ names }, async () => {
      const list = await hub.call('theme.add', { names });
      client.setQueryData(themesKey, list);
      const added = list.themes.find((theme) => theme.names.en === names.en.trim());
      announce(t(onAdded ? 'network_new.theme_added' : 'networks_care.added', { name: names.en }));
      setOpen(false);
      setNames({ en: '', sv: '' });
      if (!onAdded) document.getElementById('themes')?.focus();
      else if (added) onAdded(list, added.id);
    });
  if (!open)
    return (
      <div>
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('network_new.theme_add')}
        </Button>
      </div>
    );
  const line = (language: 'en' | 'sv') => ({
    id: `theme-${language}`,
    problem: form.problem(`names.${language}`),
    value: names[language],
    onChange: (value: string) => {
      setNames((before) => ({ ...before, [language]: value }));
      form.clear(`names.${language}`);
    },
  });
  return (
    <div ref={box} className={styles.own} role="group" aria-label={t('network_new.theme_add')}>
      <Line {...line('en')} label={t('network_new.theme_en')} />
      <Line {...line('sv')} label={t('network_new.theme_sv')} />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <Button busy={form.busy} onClick={add}>
        {t('network_new.theme_add_now')}
      </Button>
    </div>
  );
}
