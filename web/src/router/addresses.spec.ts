import { describe, expect, it } from '@jest/globals';
import { hrefOf, matchOf } from './addresses';

describe('an address', () => {
  it('is written with what it names and what its search says', () => {
    expect(hrefOf({ to: '/' })).toBe('/');
    expect(hrefOf({ to: '/n/$networkSlug/c/$channelId', params: { networkSlug: 'climate', channelId: 'a b/c' } })).toBe(
      '/n/climate/c/a%20b%2Fc',
    );
    expect(hrefOf({ to: '/t/$topicId', params: { topicId: '1' }, search: { m: 7 } })).toBe('/t/1?m=7');
    expect(
      hrefOf({
        to: '/n/$networkSlug/people',
        params: { networkSlug: 'climate' },
        search: { words: 'å & ö', role: undefined },
      }),
    ).toBe('/n/climate/people?words=%C3%A5+%26+%C3%B6');
  });

  it('is read as it was written', () => {
    expect(matchOf('/', '')).toEqual({ address: '/', params: {}, search: {} });
    expect(matchOf('/n/climate/c/a%20b%2Fc', '')).toEqual({
      address: '/n/$networkSlug/c/$channelId',
      params: { networkSlug: 'climate', channelId: 'a b/c' },
      search: {},
    });
    expect(matchOf('/t/1/', '?m=7')).toEqual({ address: '/t/$topicId', params: { topicId: '1' }, search: { m: 7 } });
    expect(matchOf('/n/climate/people', '?words=%C3%A5+%26+%C3%B6').search).toEqual({ words: 'å & ö' });
  });

  it('is of no page where there is none, and never breaks', () => {
    for (const path of ['/t', '/t/1/2', '/n/climate/c', '///', '/nowhere'])
      expect(matchOf(path, '').address).toBeUndefined();
    expect(matchOf('/t/%E0%A4%A', '?m=-1')).toEqual({
      address: '/t/$topicId',
      params: { topicId: '%E0%A4%A' },
      search: {},
    });
    expect(matchOf('/t/1', '?m=x').search).toEqual({});
  });
});
