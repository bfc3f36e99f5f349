/** What a reader has chosen for this device alone: which messages are read aloud, and whether single letters are keys. */
import { useSyncExternalStore } from 'react';

export const readAloudChoices = ['all', 'mentions', 'none'] as const;
export type ReadAloud = (typeof readAloudChoices)[number];

export interface DeviceChoices {
  readAloud: ReadAloud;
  letterKeys: boolean;
}

const storageKey = 'hub-device';
const standard: DeviceChoices = { readAloud: 'all', letterKeys: true };
const listeners = new Set<() => void>();
let choices: DeviceChoices | undefined;

export function deviceChoices(): DeviceChoices {
  return (choices ??= stored());
}

export function useDeviceChoices(): DeviceChoices {
  return useSyncExternalStore(subscribe, deviceChoices);
}

/** False when this device keeps nothing: the choice holds until the page is loaded again. */
export function choose(part: Partial<DeviceChoices>): boolean {
  choices = { ...deviceChoices(), ...part };
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices));
    return true;
  } catch {
    return false;
  }
}

function stored(): DeviceChoices {
  try {
    const found = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<DeviceChoices>;
    return {
      readAloud: readAloudChoices.find((one) => one === found.readAloud) ?? standard.readAloud,
      letterKeys: found.letterKeys !== false,
    };
  } catch {
    return standard;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
