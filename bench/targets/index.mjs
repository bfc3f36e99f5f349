/**
 * What is measured. A target names what it is, how many nodes it has, which database it needs (`none`, `own` with its
 * `prepare`, or the hub's), how a client speaks to it, and starts one node that resolves to its port.
 */
import { hub, hubOnTwoNodes } from './hub.mjs';
import { insert } from './insert.mjs';
import { page } from './page.mjs';
import { bareSocketIo } from './socketio.mjs';
import { bareWs } from './ws.mjs';

export const targets = [bareWs, bareSocketIo, insert, hub, hubOnTwoNodes, page];
