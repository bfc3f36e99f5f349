/** What was said about a question beside its answers: asking back, what the asker replies, and asking further. */
import { useFormats, useT } from '../../../i18n';
import { Button, Moment } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { speaksForAsker } from '../may';
import { useWasBegun } from '../use-kept-form';
import type { PanelProps } from '../use-panel';
import { RemarkForm } from './remark-form';
import { Unsent } from './unsent';
import styles from './said.module.css';

export function Remarks({ page, panel, onPanel }: PanelProps) {
  const t = useT();
  const reader = useProfile();
  const { full } = useFormats();
  const { id, remarks, may, pausedSince } = page;
  const back = `question:back:${id}`;
  const name = `question:remark:${id}`;
  const [begun, leave] = useWasBegun(name, panel === 'remark');
  const askBack = may.askBack && panel === 'askBack';
  const open = askBack || (may.remark && (panel === 'remark' || (panel === undefined && begun)));
  const unsent = (
    <>
      {!may.remark && <Unsent name={name} back="main h1" />}
      {!may.askBack && <Unsent name={back} back="main h1" />}
    </>
  );
  if (remarks.length === 0 && !may.remark && !askBack) return unsent;
  const done = () => {
    leave();
    onPanel(undefined);
    requestAnimationFrame(() => document.getElementById('remarks')?.focus());
  };
  const replies = pausedSince !== null && speaksForAsker(reader, page);
  return (
    <section aria-labelledby="remarks" className={pages.section}>
      <h2 id="remarks" tabIndex={-1}>
        {t('questions.remarks')}
      </h2>
      {remarks.length > 0 && (
        <ul className={styles.remarks}>
          {remarks.map(({ id: remarkId, author, body, at, asksBack }) => (
            <li key={remarkId} data-back={asksBack || undefined}>
              <p className={styles.by}>
                <strong>{author.name}</strong>
                <Moment at={at} />
                {asksBack && (
                  <span className={styles.asksBack} title={full(at)}>
                    {t('questions.asks_back')}
                  </span>
                )}
              </p>
              <MessageBody body={body} mentions={none} language={null} reader={reader} />
            </li>
          ))}
        </ul>
      )}
      {unsent}
      {replies && !open && <p className={pages.hint}>{t('questions.reply_hint')}</p>}
      {open ? (
        <RemarkForm
          key={askBack ? 'back' : 'remark'}
          page={page}
          asksBack={askBack}
          asked={panel !== undefined}
          onDone={done}
        />
      ) : (
        may.remark && (
          <Button look={replies ? 'primary' : 'plain'} onClick={() => onPanel('remark')}>
            {t(replies ? 'questions.reply' : 'questions.remark')}
          </Button>
        )
      )}
    </section>
  );
}

const none: never[] = [];
