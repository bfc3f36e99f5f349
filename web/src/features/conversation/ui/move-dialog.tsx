/** Moving a topic to another channel of the network. Who may write there may move it; the hub has the last word. */
import type { Topic } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Loading } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import { useConversationTools } from '../conversation-context';
import { mayTake } from '../message-rights';
import styles from './dialogs.module.css';
import { titleFailure } from './rename-dialog';

interface Props {
  topic: Topic;
  onDone(text: string): void;
  onClose(): void;
}

export function MoveDialog({ topic, onDone, onClose }: Props) {
  const t = useT();
  const hub = useHub();
  const { channel } = useConversationTools();
  const networkSlug = channel.network.slug;
  const { data, error, refetch } = useQuery({
    queryKey: ['network', networkSlug],
    queryFn: () => hub.call('network.read', { networkSlug }),
  });
  const [chosen, setChosen] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const places = (data?.channels ?? []).filter((one) => mayTake(channel, one));

  const move = async (event: FormEvent) => {
    event.preventDefault();
    const place = places.find(({ id }) => id === chosen);
    if (!place) return setMissing(true);
    setBusy(true);
    setFailure(undefined);
    try {
      await hub.call('topic.move', { topicId: topic.id, channelId: place.id });
      onClose();
      onDone(t('tools.moved', { channel: place.name }));
    } catch (error) {
      setBusy(false);
      setFailure(error);
    }
  };

  return (
    <Dialog title={t('tools.move')} onClose={onClose}>
      {error && !data ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading text={t('tools.move_loading')} />
      ) : places.length === 0 ? (
        <p>{t('tools.move_nowhere')}</p>
      ) : (
        <form noValidate className={styles.form} onSubmit={(event) => void move(event)}>
          <p>{t('tools.move_hint', { topic: topic.title })}</p>
          <fieldset className={styles.choices} aria-describedby={missing ? 'move-missing' : undefined}>
            <legend>{t('tools.move_to')}</legend>
            {missing && (
              <p id="move-missing" className={styles.problem}>
                {t('tools.move_missing')}
              </p>
            )}
            {places.map(({ id, name, kind }, index) => (
              <label key={id}>
                <input
                  type="radio"
                  name="place"
                  value={id}
                  checked={chosen === id}
                  data-first={index === 0 || undefined}
                  onChange={() => {
                    setChosen(id);
                    setMissing(false);
                  }}
                />
                <span>
                  {name}
                  <span className={styles.kind}>{t(`channels.kind.${kind}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {failure !== undefined && <p role="alert">{titleFailure(t, failure)}</p>}
          <DialogButtons>
            <Button onClick={onClose}>{t('tools.cancel')}</Button>
            <Button type="submit" look="primary" busy={busy}>
              {t('tools.move_do')}
            </Button>
          </DialogButtons>
        </form>
      )}
    </Dialog>
  );
}
