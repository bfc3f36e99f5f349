/** Sources of an answer: a title and, where there is one, an address. */
import { Line } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import type { WrittenSource } from '../sources';
import styles from './form.module.css';

const most = 10;

interface Props {
  id: string;
  sources: readonly WrittenSource[];
  problem(field: `sources.${number}.${'title' | 'url'}`): string | undefined;
  onChange(sources: WrittenSource[]): void;
}

export function SourcesField({ id, sources, problem, onChange }: Props) {
  const t = useT();
  const change = (at: number, part: Partial<WrittenSource>) =>
    onChange(sources.map((one, n) => (n === at ? { ...one, ...part } : one)));
  return (
    <div className={styles.sources} role="group" aria-label={t('questions.sources')}>
      {sources.map(({ title, url }, n) => (
        <div key={n} className={styles.source}>
          <Line
            id={`${id}-title-${n}`}
            label={t('questions.source_title', { number: n + 1 })}
            problem={problem(`sources.${n}.title`)}
            value={title}
            onChange={(value) => change(n, { title: value })}
          />
          <Line
            id={`${id}-url-${n}`}
            label={t('questions.source_url', { number: n + 1 })}
            required={false}
            problem={problem(`sources.${n}.url`)}
            value={url}
            onChange={(value) => change(n, { url: value })}
          />
          <Button
            look="quiet"
            aria-label={t('questions.source_remove_of', { number: n + 1 })}
            onClick={() => {
              onChange(sources.filter((_, at) => at !== n));
              requestAnimationFrame(() => document.getElementById(`${id}-add`)?.focus());
            }}
          >
            {t('questions.source_remove')}
          </Button>
        </div>
      ))}
      {sources.length < most && (
        <div>
          <Button
            id={`${id}-add`}
            onClick={() => {
              onChange([...sources, { title: '', url: '' }]);
              requestAnimationFrame(() => document.getElementById(`${id}-title-${sources.length}`)?.focus());
            }}
          >
            {t('questions.source_add')}
          </Button>
        </div>
      )}
    </div>
  );
}
