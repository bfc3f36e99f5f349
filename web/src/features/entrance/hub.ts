/** The hub before anybody is signed in: questions over HTTP alone. */
import { caller } from '@hub/client/call';

export const callHub = caller({ origin: '' });

/** What the link of a letter carries: the part of an address that browsers send to nobody. */
export const tokenHere = (): string => location.hash.slice(1);
