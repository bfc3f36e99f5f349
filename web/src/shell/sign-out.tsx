/** The way out. Whoever has words on this device that were never sent is told so first. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { OnlyHere } from '../features/writing/leaving';
import { loadWritingTools } from '../features/writing/load-tools';
import { leave, useProfile } from '../features/session';
import { useT } from '../i18n';
import { useHub } from '../live';

const SignOutDialog = lazy(async () => ({ default: (await loadWritingTools()).SignOutDialog }));

export function SignOut({ children }: { children: ReactNode }) {
  const t = useT();
  const hub = useHub();
  const { id } = useProfile();
  const [failed, setFailed] = useState(false);
  const [left, setLeft] = useState<OnlyHere>();

  const signOut = async () => {
    const { forgetWords } = await loadWritingTools();
    await leave();
    await forgetWords(hub, id);
  };
  const begin = async () => {
    const words = (await loadWritingTools()).onlyHere(hub, id);
    if (words.messages + words.drafts > 0) setLeft(words);
    else await signOut();
  };
  const tried = (work: Promise<void>) => {
    setFailed(false);
    work.catch(() => setFailed(true));
  };

  return (
    <>
      <button type="button" onClick={() => tried(begin())}>
        {children}
      </button>
      {failed && <p role="alert">{t('nav.sign_out_failed')}</p>}
      {left && (
        <Suspense>
          <SignOutDialog left={left} onLeave={() => tried(signOut())} onClose={() => setLeft(undefined)} />
        </Suspense>
      )}
    </>
  );
}
