/** Where the hub's process begins: everything else is loaded from here. */
import { inLittleMemory } from './young-generation.js';

await inLittleMemory(() => import('./hub.js'));
