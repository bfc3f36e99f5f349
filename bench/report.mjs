/** Medians of rounds, ratios within a round, and how they are shown. */

const flagged = 0.9;

export function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The figures of a scenario over its rounds; a round is an object of figures by contestant. Goals for the whole size say nothing of a quick run. */
export function summaryOf(scenario, rounds, quick) {
  const labels = scenario.contestants.map(({ label }) => label).filter((label) => label in rounds[0]);
  const valuesOf = (label, key) => rounds.map((round) => round[label][key]);
  const ratiosOf = (label, key, to) => rounds.map((round) => round[label][key] / round[to]?.[key]);
  const figures = labels.map((label) => ({
    label,
    driver: Math.max(...valuesOf(label, 'driver')),
    gaps: Math.max(...valuesOf(label, 'gaps').map((gaps) => gaps ?? 0)),
    figures: Object.fromEntries(
      scenario.figures.map(({ key, ratio }) => {
        const values = valuesOf(label, key);
        const spread = { median: medianOf(values), min: Math.min(...values), max: Math.max(...values) };
        const compared = ratio && scenario.base in rounds[0];
        return [key, { ...spread, ...(compared && { ratio: medianOf(ratiosOf(label, key, scenario.base)) }) }];
      }),
    ),
  }));
  const goals = scenario.goals
    .filter(({ whole }) => !(quick && whole))
    .filter(({ contestant, value, to = scenario.base }) => contestant in rounds[0] && (value || to in rounds[0]))
    .map((goal) => {
      const { contestant, key, value, to = scenario.base } = goal;
      const seen = medianOf(value ? valuesOf(contestant, key) : ratiosOf(contestant, key, to));
      return {
        ...goal,
        to: value ? undefined : to,
        seen,
        met: reaches(seen, goal),
        metLater: reaches(seen, goal, true),
      };
    });
  return { name: scenario.name, about: scenario.about, base: scenario.base, rounds: rounds.length, figures, goals };
}

function reaches(seen, { atLeast, atMost, later }, byThen = false) {
  return atLeast === undefined ? seen <= (byThen ? later : atMost) : seen >= (byThen ? later : atLeast);
}

export function show(scenario, summary) {
  const columns = scenario.figures;
  const cell = (figure, digits, isRatio) => {
    const { median, min, max, ratio } = figure;
    const spread = summary.rounds > 1 ? ` (${number(min, digits)}-${number(max, digits)})` : '';
    return `${number(median, digits)}${spread}${isRatio && ratio !== undefined ? ` ${ratio.toFixed(2)}x` : ''}`;
  };
  const rows = [
    ['', ...columns.map(({ title }) => title), 'driver core'],
    ...summary.figures.map(({ label, figures, driver }) => [
      label,
      ...columns.map(({ key, digits, ratio }) => cell(figures[key], digits, ratio)),
      `${Math.round(driver * 100)} %${driver > flagged ? ' FULL' : ''}`,
    ]),
  ];
  const rounds = summary.rounds === 1 ? '1 round' : `median (least-most) of ${summary.rounds} rounds`;
  console.log(`\n${summary.name}: ${summary.about}`);
  console.log(`${rounds}${summary.figures.length > 1 ? `; x is the ratio to ${summary.base} in the same round` : ''}`);
  console.log(table(rows));
  for (const { label, gaps } of summary.figures)
    if (gaps > 0)
      console.log(`  ${label}: members had to ask for what they were not told, up to ${gaps} times in a round`);
  for (const goal of summary.goals) console.log(sentenceOf(goal, columns));
}

function sentenceOf({ contestant, key, to, seen, met, metLater, atLeast, atMost, later }, columns) {
  const { title, digits } = columns.find((column) => column.key === key);
  const figure = to === undefined ? number(seen, digits) : `${seen.toFixed(2)}x ${to}`;
  const bound = atLeast === undefined ? `at most ${atMost}, later ${later}` : `at least ${atLeast}, later ${later}`;
  const verdict = metLater ? 'met, also the later goal' : met ? 'met' : 'MISSED';
  return `  goal: ${title} of ${contestant} ${bound}: ${figure}, ${verdict}`;
}

function number(value, digits = 0) {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(
      (row) =>
        `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  ')}`,
    )
    .join('\n');
}
