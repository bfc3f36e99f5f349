/** Days on the reader's wall. */
import { currentFormats } from '../../i18n';
import { dayAt } from '../../local-day';

const dayMs = 86_400_000;
const zone = (): string => currentFormats().timeZone ?? 'UTC';

export const today = (): string => dayAt(Date.now(), zone());
export const tomorrow = (): string => dayAt(Date.now() + dayMs, zone());
