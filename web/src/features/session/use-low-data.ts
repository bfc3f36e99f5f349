import { useProfile } from './session';

/** The reader, or their device, asks for as little data as possible. */
export function useLowData(): boolean {
  const { lowData } = useProfile();
  return lowData || (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
