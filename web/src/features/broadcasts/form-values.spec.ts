import { describe, expect, it } from '@jest/globals';
import { blank, givenOf, isComplete, valuesOf, type Values } from './form-values';
import type { BroadcastPage } from '@hub/contracts';

const text = { key: 'a', language: 'en', title: 'Title', body: 'Body' };
const values: Values = blank('network', text);

describe('what a form says whom a broadcast is for', () => {
  it('is everybody where nothing is chosen', () => {
    const { audience } = givenOf(values);
    expect(audience).toEqual({ networkIds: ['network'], partnershipIds: [], sides: [], roles: [] });
    expect(isComplete(audience)).toBe(true);
  });

  it('is never taken for everybody where something is still to be chosen', () => {
    for (const part of [{ partnershipIds: [] }, { roles: [] }, { networkIds: [] }])
      expect(isComplete(givenOf({ ...values, ...part }).audience)).toBe(false);
  });

  it('is the same once it was saved', () => {
    const chosen: Values = { ...values, partnershipIds: ['pair'], side: 'swedish', roles: ['politician'] };
    const { audience } = givenOf(chosen);
    const page = { texts: [text], audience, acknowledge: true, acknowledgeBy: null } as unknown as BroadcastPage;
    expect(givenOf(valuesOf(page))).toEqual(givenOf(chosen));
  });

  it('asks for no day where nothing is asked', () => {
    expect(givenOf({ ...values, acknowledge: false, acknowledgeBy: '2026-12-01' }).acknowledgeBy).toBeNull();
  });
});
