/** Routes about networks and the partnerships in them. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Slug } from './model.js';
import { Directory, NetworkCard, NetworkPage, PartnershipPage } from './networks.js';

export const fieldRoutes = {
  'network.list': { summary: 'The networks the reader is in', input: nothing, output: z.array(NetworkCard) },
  'network.read': {
    summary: "A network: people to ask, partnerships, the reader's channels",
    input: z.object({ networkSlug: Slug }),
    output: NetworkPage,
  },
  'network.directory': {
    summary: 'The people of a network; addresses only where their owner opened them',
    input: z.object({ networkSlug: Slug }),
    output: Directory,
  },
  'partnership.read': {
    summary: 'A partnership: parties, project, people, steering group',
    input: z.object({ partnershipSlug: Slug }),
    output: PartnershipPage,
  },
} satisfies Record<string, Contract>;
