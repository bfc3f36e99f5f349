import { expect, it } from '@jest/globals';
import type { ChannelCard, ChannelListing } from '@hub/contracts';
import { foldListings } from './fold-listings';

const listing = { id: 'a', name: 'Water', joined: false, members: 4 } as ChannelListing;
const gained = { kind: 'channel.gained', userSeq: 1, channel: { id: 'a' } as ChannelCard } as const;
const lost = { kind: 'channel.lost', userSeq: 2, channelId: 'a' } as const;

it('counts the reader in and out, each time once', () => {
  const joined = foldListings([listing], gained);
  expect(joined).toEqual([{ ...listing, joined: true, members: 5 }]);
  expect(foldListings(joined, gained)).toEqual(joined);
  expect(foldListings(joined, lost)).toEqual([listing]);
  expect(foldListings([listing], lost)).toEqual([listing]);
});

it('keeps the same list for what is not in it', () => {
  const listings = [listing];
  expect(foldListings(listings, { ...lost, channelId: 'b' })).toBe(listings);
});
