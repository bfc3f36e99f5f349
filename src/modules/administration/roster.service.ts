/**
 * People x roles x networks x ends: what somebody sees of it is what they look after. Changing it is in identity; here it
 * is looked up, a page at a time.
 */
import {
  Failure,
  roleRights,
  roles,
  Side,
  type Grantable,
  type Parsed,
  type PeopleList,
  type PersonPage,
  type Role,
  type RoleTerm,
} from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { careOf, mayAdminister, mayGive, type Care } from '../identity/roles.policy.js';
import { networksToGive, roster, rosterPerson } from './roster.queries.js';

const listed = 50;

type Found = PeopleList['found'];
type Loaded = Omit<PersonPage, 'grantable' | 'mayAdminister' | 'terms'> & { terms: RoleTerm[] };

interface Giving {
  network: NonNullable<Grantable['network']>;
  partnerships: NonNullable<Grantable['network']>[];
}

@Injectable()
export class RosterService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: Parsed<'person.list'>): Promise<PeopleList> {
    const care = careOf(actor);
    const { networkSlug = null, role = null, weeks = null, standing, words = '', after = null } = query;
    const asked = [networkSlug, role, weeks, standing, words.trim(), after, listed + 1];
    const [row] = await this.database.query<{ total: number; found: Found }>(roster, [
      ...valuesOf(care),
      care.chooseFrom,
      ...asked,
    ]);
    const found = row?.found ?? [];
    return { found: found.slice(0, listed), total: row?.total ?? 0, more: found.length > listed };
  }

  /** For those who look after some of their roles, or may give them one; the caller has asked whether the reader knows them. */
  async read(actor: Actor, personId: string): Promise<PersonPage> {
    const care = careOf(actor);
    if (!care.everything && care.networkIds.length + care.partnershipIds.length === 0)
      throw new Failure('FORBIDDEN', 'People are looked after by coordinators.');
    const [person] = await this.database.query<Loaded>(rosterPerson, [...valuesOf(care), personId]);
    if (!person) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const terms = person.terms.map((term) => ({ ...term, mayChange: !term.over && mayGive(actor, placeOf(term)) }));
    return { ...person, terms, grantable: await this.grantable(actor, care), mayAdminister: mayAdminister(actor) };
  }

  private async grantable(actor: Actor, care: Care): Promise<Grantable[]> {
    const networks = await this.database.query<Giving>(networksToGive, [
      care.everything,
      [...care.networkIds, ...care.chooseFrom],
    ]);
    const inHub = roles.filter((role) => mayGive(actor, { role, networkId: null, partnershipId: null, side: null }));
    const ofHub = inHub.filter((role) => roleRights[role].held === 'hub');
    const rest = networks.map((one) => inNetwork(actor, one)).filter((one) => one.roles.length > 0);
    return ofHub.length > 0 ? [...rest, { network: null, roles: ofHub, partnerships: [] }] : rest;
  }
}

const valuesOf = ({ everything, networkIds, partnershipIds }: Care) => [everything, networkIds, partnershipIds];

function placeOf({ role, network, partnership, side }: RoleTerm) {
  return { role, networkId: network?.id ?? null, partnershipId: partnership?.id ?? null, side };
}

function inNetwork(actor: Actor, { network, partnerships }: Giving): Grantable {
  const may = (role: Role, partnershipId: string | null, side: Side | null) =>
    mayGive(actor, { role, networkId: network.id, partnershipId, side });
  const ofSide = roles.filter((role) => roleRights[role].held === 'side');
  const ofNetwork = roles.filter((role) => roleRights[role].held === 'network' || roleRights[role].held === 'either');
  const open = partnerships
    .map((one) => ({ ...one, sides: Side.options.filter((side) => ofSide.some((role) => may(role, one.id, side))) }))
    .filter(({ sides }) => sides.length > 0);
  const given = [
    ...ofNetwork.filter((role) => may(role, null, null)),
    ...ofSide.filter((role) => open.some(({ id, sides }) => sides.some((side) => may(role, id, side)))),
  ];
  return { network, roles: roles.filter((role) => given.includes(role)), partnerships: open };
}
