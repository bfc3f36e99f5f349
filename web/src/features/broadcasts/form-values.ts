/** What the form of a broadcast holds: its language versions, whom it is for, and what is asked of them. */
import type { Audience, BroadcastDraft, BroadcastPage, BroadcastText, Role, Side } from '@hub/contracts';

export interface TextValues extends BroadcastText {
  /** Tells one from the other where a language is changed or another version removed. */
  key: string;
}

export interface Values {
  texts: readonly TextValues[];
  networkIds: readonly string[];
  /** Undefined: all of the networks' people, also those of no partnership. */
  partnershipIds: readonly string[] | undefined;
  side: Side | 'both';
  /** Undefined: every role. */
  roles: readonly Role[] | undefined;
  acknowledge: boolean;
  acknowledgeBy: string;
}

/** As the hub takes it. What is to be chosen and was not is missing, so that it is not taken for all. */
export type Given = Omit<BroadcastDraft, 'audience'> & { audience: GivenAudience };
export type GivenAudience = Omit<Audience, 'partnershipIds' | 'roles'> & {
  partnershipIds: string[] | undefined;
  roles: Role[] | undefined;
};

export function blank(networkId: string, text: TextValues): Values {
  return {
    texts: [text],
    networkIds: [networkId],
    partnershipIds: undefined,
    side: 'both',
    roles: undefined,
    acknowledge: true,
    acknowledgeBy: '',
  };
}

export function valuesOf({ texts, audience, acknowledge, acknowledgeBy }: BroadcastPage): Values {
  const { networkIds = [], partnershipIds = [], sides = [], roles = [] } = audience ?? {};
  return {
    texts: texts.map((text) => ({ ...text, key: text.language })),
    networkIds,
    partnershipIds: partnershipIds.length > 0 ? partnershipIds : undefined,
    side: (sides.length === 1 && sides[0]) || 'both',
    roles: roles.length > 0 ? roles : undefined,
    acknowledge,
    acknowledgeBy: acknowledgeBy ?? '',
  };
}

export function audienceOf({ networkIds, partnershipIds, side, roles }: Values): GivenAudience {
  return {
    networkIds: [...networkIds],
    partnershipIds: chosenOrAll(partnershipIds),
    sides: side === 'both' ? [] : [side],
    roles: chosenOrAll(roles),
  };
}

export function isComplete(audience: GivenAudience): audience is Audience {
  return audience.networkIds.length > 0 && audience.partnershipIds !== undefined && audience.roles !== undefined;
}

export function givenOf(values: Values): Given {
  const { acknowledge, acknowledgeBy } = values;
  return {
    audience: audienceOf(values),
    texts: textsOf(values.texts),
    acknowledge,
    acknowledgeBy: acknowledge && acknowledgeBy !== '' ? acknowledgeBy : null,
  };
}

/** Whether the hub would be given the same. */
export function isSame(one: Values, other: Values): boolean {
  return JSON.stringify(givenOf(one)) === JSON.stringify(givenOf(other));
}

export function textsOf(texts: readonly TextValues[]): BroadcastText[] {
  return texts.map(({ language, title, body }) => ({ language, title, body }));
}

function chosenOrAll<T>(chosen: readonly T[] | undefined): T[] | undefined {
  if (chosen === undefined) return [];
  return chosen.length > 0 ? [...chosen] : undefined;
}
