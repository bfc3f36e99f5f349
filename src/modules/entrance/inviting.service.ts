/** Inviting many at once from a list: shown first with what is wrong, line by line, and sent only as it was shown. */
import { Failure, roleRights, type InvitationPreview, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Tries, type Allowance } from '../../edge/tries.js';
import type { Actor } from '../identity/actor.js';
import { mayGive } from '../identity/roles.policy.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { fault, folded, readList, type ListedPerson } from './invitation-list.js';
import { mayInviteAny } from './invitations.policy.js';
import { dayAfter, InvitationsService, type Offer } from './invitations.service.js';

const lists: Allowance = { what: 'lists of invitations by', tries: 20, seconds: 24 * 60 * 60 };

interface Partnership {
  id: string;
  slug: string;
  name: string;
}

/** A line with the partnership that it names. */
type Line = ListedPerson & { found: Partnership | undefined };

@Injectable()
export class InvitingService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly invitations: InvitationsService,
    private readonly tries: Tries,
  ) {}

  async preview(actor: Actor, input: Parsed<'invitation.preview'>): Promise<InvitationPreview> {
    const { faults, lines } = await this.read(actor, input);
    return {
      faults,
      lines: lines.map(({ found, ...line }) => ({ ...line, partnership: found?.name ?? line.partnership })),
    };
  }

  async createMany(actor: Actor, input: Parsed<'invitation.createMany'>): Promise<{ invited: number }> {
    const { networkId, faults, lines } = await this.read(actor, input);
    const right = lines.filter((line) => line.faults.length === 0);
    if (faults.length > 0 || (right.length < lines.length && !input.leaveOutWrong) || right.length === 0)
      throw new Failure('INVALID', 'The list holds what cannot be sent.', {
        fields: [{ path: 'csv', problem: 'malformed' }],
      });
    await this.tries.count(lists, actor.personId);
    const offers = right.map((line) => ({ ...offerOf(line, networkId), id: uuidv7() }));
    await this.database.transaction((tx) => this.invitations.invite(tx, actor, offers));
    return { invited: offers.length };
  }

  private async read(actor: Actor, { networkSlug, csv }: Parsed<'invitation.preview'>) {
    const network = await this.networks.visible(actor, networkSlug);
    if (!mayInviteAny(actor, network.id)) throw new Failure('FORBIDDEN', 'Invitations are for those who invite.');
    if (isClosed(network.status)) throw new Failure('FORBIDDEN', 'The network is closed.');
    const { faults, people } = readList(csv, new Date().toISOString().slice(0, 10));
    const partnerships = await this.database.query<Partnership>(
      'select id, slug, name from partnerships where network_id = $1',
      [network.id],
    );
    const lines = people.map((person): Line => ({ ...person, found: named(partnerships, person.partnership) }));
    for (const line of lines) judge(actor, network.id, line);
    await this.markKnown(network.id, lines);
    return { networkId: network.id, faults, lines };
  }

  private async markKnown(networkId: string, lines: Line[]): Promise<void> {
    const places = lines.flatMap((line, n) => (line.role === null ? [] : [{ ...offerOf(line, networkId), n }]));
    for (const { n, hasRole, invited } of await this.invitations.known(places)) {
      const line = lines[n];
      if (hasRole) line?.faults.push(fault('email', 'has_role_already', line.email));
      else if (invited) line?.faults.push(fault('email', 'invited_already', line.email));
    }
  }
}

function named(partnerships: Partnership[], written: string | null): Partnership | undefined {
  const word = folded(written ?? '');
  return partnerships.find(({ slug, name }) => slug === word || folded(name) === word);
}

/** What is wrong with a line here: its partnership, its side, and whether this person may invite to that. */
function judge(actor: Actor, networkId: string, line: Line): void {
  const { role, partnership, found, side, faults } = line;
  if (partnership !== null && !found) faults.push(fault('partnership', 'unknown_partnership', partnership));
  if (role === null) return;
  const { held } = roleRights[role];
  const inPartnership = held === 'side';
  if (inPartnership && partnership === null) faults.push(fault('partnership', 'needs_partnership'));
  if (!inPartnership && held !== 'either' && partnership !== null)
    faults.push(fault('partnership', 'no_partnership_with_role', partnership));
  if (inPartnership && side === null && !faults.some(({ problem }) => problem === 'unknown_side'))
    faults.push(fault('side', 'needs_side'));
  if (!inPartnership && side !== null) faults.push(fault('side', 'no_side_with_role', side));
  if (held === 'hub' || (faults.length === 0 && !mayGive(actor, offerOf(line, networkId))))
    faults.push(fault('role', 'role_not_yours', role));
}

function offerOf({ email, name, role, found, side, lastOn, locale }: Line, networkId: string): Offer {
  if (role === null) throw new Error('A line without a role was found wrong.');
  return { email, name, role, networkId, partnershipId: found?.id ?? null, side, untilOn: dayAfter(lastOn), locale };
}
