/**
 * What is measured against the targets. A scenario names its contestants (a target in a world), the one the ratios are
 * to, its figures, the goals, and `drive`: the part the driver carries out, which resolves to the figures of one round.
 */
import { burst } from './burst.mjs';
import { connecting } from './connecting.mjs';
import { growth } from './growth.mjs';
import { history } from './history.mjs';
import { idle } from './idle.mjs';
import { openLoop } from './open-loop.mjs';
import { pairs } from './pairs.mjs';
import { reads } from './reads.mjs';
import { rooms } from './room.mjs';

export const scenarios = [...rooms, openLoop, pairs, burst, history, connecting, idle, growth, reads];
