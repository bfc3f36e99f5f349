/** What was being written when a question was closed: shown to be copied, and kept until its writer gives it up. */
import { useState } from 'react';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import { useProfile } from '../../session';
import { useFormDraft } from '../../writing/forms';
import boxes from './boxes.module.css';

interface Props {
  /** The form that it was written in. */
  name: string;
  /** Of a form that began with what stood there: what was written anew counts. */
  fields?: readonly string[];
  /** What takes the focus once it is deleted. */
  back: string;
}

const text = ['body'] as const;

export function Unsent({ name, fields = text, back }: Props) {
  const t = useT();
  const { before, forget } = useFormDraft(useProfile().id, name);
  const [isGone, setGone] = useState(false);
  const texts = fields
    .filter((field) => before?.values[field] !== before?.base[field])
    .map((field) => before?.values[field]?.trim() ?? '')
    .filter((text) => text !== '');
  if (isGone || texts.length === 0) return null;
  return (
    <div role="alert" className={boxes.note}>
      <p>{t('questions.closed_meanwhile')}</p>
      {texts.map((text, n) => (
        <p key={n} className={boxes.unsent} dir="auto">
          {text}
        </p>
      ))}
      <Button
        look="quiet"
        onClick={() => {
          forget();
          setGone(true);
          document.querySelector<HTMLElement>(back)?.focus();
        }}
      >
        {t('questions.discard')}
      </Button>
    </div>
  );
}
