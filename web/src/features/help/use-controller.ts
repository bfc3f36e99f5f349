/** Who answers for the hub, as its operator said; undefined until it is known. */
import { caller } from '@hub/client/call';
import type { Controller } from '@hub/contracts';
import { useEffect, useState } from 'react';

const call = caller({ origin: '' });
const nobody: Controller = { operator: null, contact: null };

/** Needs no session and nothing of the app, since these pages are read without either. */
export function useController(): Controller | undefined {
  const [controller, setController] = useState<Controller>();
  useEffect(() => {
    let gone = false;
    call('controller.read', {}).then(
      (answer) => !gone && setController(answer),
      () => !gone && setController(nobody),
    );
    return () => {
      gone = true;
    };
  }, []);
  return controller;
}
