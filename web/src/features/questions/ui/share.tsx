/** Who else has the question, and saying so on behalf of one's own partnership. It is a plus, there is no minus. */
import type { QuestionPage } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useRefresh } from '../use-questions';

export function Share({ page: { id: questionId, alsoOf, mine } }: { page: QuestionPage }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { list } = useFormats();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (alsoOf.length === 0 && mine.length === 0) return null;
  const share = async (partnershipSlug: string, shared: boolean) => {
    setBusy(true);
    setError(undefined);
    try {
      await hub.call('question.share', { questionId, partnershipSlug, shared });
      await refresh();
      announce(t(shared ? 'questions.share_said' : 'questions.unshare_said'));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="also" className={pages.section}>
      <h2 id="also" className="visually-hidden">
        {t('questions.also')}
      </h2>
      {alsoOf.length > 0 && <p>{t('questions.also_of', { names: list(alsoOf.map(({ name }) => name)) })}</p>}
      {mine.length > 0 && (
        <div className={pages.actions}>
          {mine.map(({ slug, name, joined }) => (
            <Button key={slug} busy={busy} onClick={() => void share(slug, !joined)}>
              {mine.length > 1
                ? t(joined ? 'questions.share_undo_of' : 'questions.share_of', { partnership: name })
                : t(joined ? 'questions.share_undo' : 'questions.share')}
            </Button>
          ))}
        </div>
      )}
      {error !== undefined && <Failed error={error} />}
    </section>
  );
}
