/** A line to cite the note by. It stands in a field, so that it can be selected where copying is not allowed. */
import type { NotePage } from '@hub/contracts';
import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { Button, Field } from '../../../ui';
import { citationOf } from '../citation';
import forms from '../../../forms/forms.module.css';
import styles from './knowledge.module.css';

export function Citation({ note }: { note: NotePage }) {
  const t = useT();
  const formats = useFormats();
  const field = useRef<HTMLTextAreaElement>(null);
  const line = citationOf(note, { t, formats, origin: location.origin });
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(line);
      announce(t('knowledge.copied'));
    } catch {
      // It is selected: the reader copies it by hand.
    }
  };
  return (
    <section aria-labelledby="cite" className={styles.cite}>
      <h2 id="cite">{t('knowledge.cite')}</h2>
      <div className={styles.onScreen}>
        <Field label={t('knowledge.cite_line')} hint={t('knowledge.cite_hint')}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              className={forms.text}
              rows={3}
              readOnly
              spellCheck={false}
              value={line}
            />
          )}
        </Field>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden size={18} />
          {t('knowledge.copy')}
        </Button>
      </div>
      <p className={styles.onPaper} aria-hidden>
        {line}
      </p>
    </section>
  );
}
