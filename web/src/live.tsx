/** One live connection for the person signed in, opened with the app and closed at sign-out. */
import { Hub, indexedDbOutbox, type ConnectionState } from '@hub/client';
import type { HubEvent, Since } from '@hub/contracts';
import { createContext, use, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { firstAnswer, forgetFirstAnswers } from './first-answers';

const HubContext = createContext<Hub | null>(null);

interface Props {
  personId: string;
  since: Since | null;
  /** The hub refused the connection for good. */
  onEnded: () => void;
  children: ReactNode;
}

/** Give it the person's id as key: another person needs another connection. */
export function LiveHub({ personId, since, onEnded, children }: Props) {
  const [hub] = useState(
    () => new Hub({ origin: '', personId, since, outboxStore: indexedDbOutbox(personId), known: firstAnswer }),
  );
  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  useEffect(() => {
    const stop = hub.onState(() => hub.state() === 'ended' && ended.current());
    forgetFirstAnswers();
    hub.connect();
    return () => {
      stop();
      hub.close();
    };
  }, [hub]);
  return <HubContext value={hub}>{children}</HubContext>;
}

export function useHub(): Hub {
  const hub = use(HubContext);
  if (!hub) throw new Error('useHub needs a LiveHub above it.');
  return hub;
}

export function useConnection(): ConnectionState {
  const hub = useHub();
  return useSyncExternalStore(hub.onState, hub.state);
}

/** Events in order, once each; the listener may change from render to render. */
export function useHubEvents(listener: (events: HubEvent[]) => void): void {
  const hub = useHub();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => hub.onEvents((events) => latest.current(events)), [hub]);
}
