/** What lies behind a row: elections, holidays and new budget years of its countries, as stripes of one background each. */
import type { BandKind, CalendarBand, TimelineNetwork } from '@hub/contracts';
import type { Axis } from './axis';
import { dayOf } from './days';

/** From the front to the back. */
const layers = ['election', 'budget_year', 'holiday', 'school_holiday'] as const satisfies BandKind[];
/** What is shorter is still seen. */
const thinnestPx = 2;

/** A background image of stripes; `none` where there is nothing. A budget year is a line where it begins. */
export function stripesOf(
  bands: readonly CalendarBand[],
  countries: readonly string[],
  axis: Axis,
  network: Pick<TimelineNetwork, 'startsOn'>,
): string {
  const images = layers.flatMap((kind) => {
    const stretches = bands
      .filter((band) => band.kind === kind && countries.includes(band.country))
      .map(({ startsOn, endsOn }) => {
        const from = axis.at(dayOf(startsOn), network);
        return { from, to: kind === 'budget_year' ? from : axis.at(dayOf(endsOn) + 1, network) };
      })
      .filter(({ from, to }) => to > 0 && from < 1);
    return stretches.length === 0 ? [] : [gradient(merged(stretches), `var(--band-${kind.replaceAll('_', '-')})`)];
  });
  return images.length === 0 ? 'none' : images.join(', ');
}

/** Those that are drawn, by kind and by day. */
export function bandsShown(
  bands: readonly CalendarBand[],
  countries: ReadonlySet<string>,
  axis: Axis,
  networks: readonly Pick<TimelineNetwork, 'startsOn'>[],
): { kind: BandKind; bands: CalendarBand[] }[] {
  const inPicture = ({ startsOn, endsOn, country }: CalendarBand) =>
    countries.has(country) &&
    networks.some((network) => axis.at(dayOf(endsOn) + 1, network) > 0 && axis.at(dayOf(startsOn), network) < 1);
  const shown = bands.filter(inPicture).sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  return layers
    .map((kind) => ({ kind, bands: shown.filter((band) => band.kind === kind) }))
    .filter((group) => group.bands.length > 0);
}

interface Stretch {
  from: number;
  to: number;
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else result.push({ ...stretch });
  }
  return result;
}

function gradient(stretches: readonly Stretch[], colour: string): string {
  const stops = stretches.flatMap(({ from, to }) => {
    const [start, end] = [percent(from), `max(${percent(to)}, ${percent(from)} + ${thinnestPx}px)`];
    return [`transparent ${start}`, `${colour} ${start} ${end}`, `transparent ${end}`];
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

const percent = (part: number) => `${(100 * part).toFixed(3)}%`;
