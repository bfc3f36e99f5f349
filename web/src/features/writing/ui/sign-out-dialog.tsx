import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import type { OnlyHere } from '../leaving';

interface Props {
  left: OnlyHere;
  onLeave(): void;
  onClose(): void;
}

/** Before somebody signs out who has words on this device that nobody else has. */
export function SignOutDialog({ left: { messages, drafts }, onLeave, onClose }: Props) {
  const t = useT();
  return (
    <Dialog title={t('tools.leaving')} onClose={onClose}>
      {messages > 0 && <p>{t('tools.leaving_messages', { count: messages })}</p>}
      {drafts > 0 && <p>{t('tools.leaving_drafts', { count: drafts })}</p>}
      <p>{t('tools.leaving_hint')}</p>
      <DialogButtons>
        <Button
          onClick={() => {
            onClose();
            onLeave();
          }}
        >
          {t('tools.leaving_do')}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t('tools.leaving_stay')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
