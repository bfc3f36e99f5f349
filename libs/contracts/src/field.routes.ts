/** Routes about networks and the partnerships in them. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Slug } from './model.js';
import { AddTheme, ChangeNetwork, CloseNetwork, CreateNetwork, RenameTheme, ThemeList } from './network-changes.js';
import { Directory, LocalGovernment, NetworkCard, NetworkPage, PartnershipPage } from './networks.js';
import {
  AddGovernment,
  ChangePartnership,
  CreatePartnership,
  JoinParty,
  LeaveParty,
  SetPartnershipStatus,
} from './partnership-changes.js';
import { AddSeat, EndSeat, FillSeat, HandOverSeat, KeptSeat, VacateSeat } from './seat-changes.js';

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
  'network.create': {
    summary: 'Make a network with the channels of its template; once for its id',
    secondFactor: true,
    input: CreateNetwork,
    output: z.object({ networkSlug: Slug }),
  },
  'network.change': {
    summary: 'Rename a network, say what it is for, extend it',
    secondFactor: true,
    input: ChangeNetwork,
    output: nothing,
  },
  'network.close': {
    summary: 'Close a network, which is read only from then on, or open it again',
    secondFactor: true,
    input: CloseNetwork,
    output: nothing,
  },
  'theme.list': { summary: 'The themes and the channels of their template', input: nothing, output: ThemeList },
  'theme.add': {
    summary: 'Add a theme that networks can work on',
    secondFactor: true,
    input: AddTheme,
    output: ThemeList,
  },
  'theme.rename': {
    summary: 'What a theme is called from now on',
    secondFactor: true,
    input: RenameTheme,
    output: ThemeList,
  },
  'partnership.create': {
    summary: 'Form a partnership, with its channels and its steering group; once for its id',
    secondFactor: true,
    input: CreatePartnership,
    output: z.object({ partnershipSlug: Slug }),
  },
  'partnership.change': {
    summary: 'Rename a partnership, make it associate',
    secondFactor: true,
    input: ChangePartnership,
    output: nothing,
  },
  'partnership.status': {
    summary: 'The status of a partnership from a day on',
    secondFactor: true,
    input: SetPartnershipStatus,
    output: nothing,
  },
  'party.join': {
    summary: 'A local government joins a side of a partnership',
    secondFactor: true,
    input: JoinParty,
    output: nothing,
  },
  'party.leave': { summary: 'A party leaves its partnership', secondFactor: true, input: LeaveParty, output: nothing },
  'government.list': {
    summary: 'The local governments that can be parties; of a network for those who look after it',
    input: z.object({ networkSlug: Slug.optional() }),
    output: z.array(LocalGovernment),
  },
  'government.add': {
    summary: 'Add a local government, once',
    secondFactor: true,
    input: AddGovernment,
    output: LocalGovernment,
  },
  'seat.list': {
    summary: 'The seats of a steering group with everybody who held them, for those who keep them',
    input: z.object({ partnershipSlug: Slug }),
    output: z.array(KeptSeat),
  },
  'seat.add': {
    summary: 'Add a seat to a steering group; once for its id',
    secondFactor: true,
    input: AddSeat,
    output: nothing,
  },
  'seat.fill': {
    summary: "Somebody takes a vacant seat, and has the seat's role",
    secondFactor: true,
    input: FillSeat,
    output: nothing,
  },
  'seat.vacate': {
    summary: 'A seat becomes vacant; its holder loses its role',
    secondFactor: true,
    input: VacateSeat,
    output: nothing,
  },
  'seat.handover': {
    summary: 'A seat goes from one to another on a day',
    secondFactor: true,
    input: HandOverSeat,
    output: nothing,
  },
  'seat.end': { summary: 'A seat is no more', secondFactor: true, input: EndSeat, output: nothing },
} satisfies Record<string, Contract>;
