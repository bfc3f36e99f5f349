/**
 * What a # may name: the milestones and visits of a channel's network. The nearest days come first, those of the channel's
 * partnership and of what the writer looks after before those of others.
 */
import type { Hub } from '@hub/client';
import type { ChannelPage, Mark, TimelineNetwork } from '@hub/contracts';
import { currentFormats, currentLocale, withTexts, type Translate } from '../../i18n';
import { foldName, type Callable } from './mention-tokens';
import type { Marks } from './use-mentions';

type Names = typeof import('../marks');
type Offered = Callable & { words: readonly string[]; far: number };

const most = 6;
const dayMs = 86_400_000;
/** How many days further away what others look after is. */
const elsewhere = 10_000;

export async function offeredMarks(
  hub: Pick<Hub, 'call'>,
  { network, partnership }: Pick<ChannelPage, 'network' | 'partnership'>,
  t: Translate,
): Promise<Marks<Callable>> {
  const [names, { today, networks }] = await Promise.all([
    withTexts('marks', import('../marks')),
    hub.call('timeline.read', { networkSlug: network.slug }),
  ]);
  const looksAfter = networks.flatMap(({ rows }) => rows.filter(({ may }) => may.change));
  const near = new Set([partnership?.id, ...looksAfter.map((row) => row.partnership.id)]);
  const far = (mark: Mark, day: string) =>
    Math.abs(Date.parse(day) - Date.parse(today)) / dayMs +
    (mark.partnership && !near.has(mark.partnership.id) ? elsewhere : 0);
  const all = networks
    .flatMap(marksOf)
    .map((mark) => offered(mark, names, t, far))
    .toSorted((a, b) => a.far - b.far || a.name.localeCompare(b.name));
  return { label: t('mark.list'), match: (query) => matching(all, query) };
}

function marksOf({ id, slug, name, items, milestones, rows }: TimelineNetwork): Mark[] {
  const network = { id, slug, name };
  const namesOf = new Map(items.map((item) => [item.id, item.names]));
  const asMarks = (some: typeof milestones, partnership: Mark['partnership']) =>
    some.map((milestone): Mark => {
      return { kind: 'milestone', network, partnership, names: namesOf.get(milestone.itemId) ?? {}, milestone };
    });
  return [
    ...asMarks(milestones, null),
    ...rows.flatMap(({ partnership, milestones: own, visits }): Mark[] => [
      ...asMarks(own, partnership),
      ...visits.map((visit): Mark => ({ kind: 'visit', network, partnership, visit })),
    ]),
  ];
}

function offered(mark: Mark, names: Names, t: Translate, far: (mark: Mark, day: string) => number): Offered {
  const day = mark.kind === 'milestone' ? names.dayOf(mark.milestone) : mark.visit.startsOn;
  const name = names.labelOf(mark, currentLocale(), t, currentFormats());
  const also = mark.kind === 'milestone' ? mark.names.en : undefined;
  return {
    id: `#${mark.kind}:${names.idOf(mark)}`,
    name,
    title: `${t(names.standingOf(mark).key)}, ${currentFormats().date(day)}`,
    words: wordsOf(`${name} ${also ?? ''}`),
    far: far(mark, day),
  };
}

/** Every word of what is typed begins a word of the name, of its English name or of the partnership. */
function matching(all: readonly Offered[], query: string): Offered[] {
  const wanted = wordsOf(query);
  const found = all.filter(({ words }) => wanted.every((part) => words.some((word) => word.startsWith(part))));
  // What is written out needs no list any more.
  return found.some(({ name }) => /\s$/.test(query) && foldName(name) === foldName(query.trim()))
    ? []
    : found.slice(0, most);
}

function wordsOf(text: string): string[] {
  return foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
