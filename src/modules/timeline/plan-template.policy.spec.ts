import { describe, expect, it } from '@jest/globals';
import { planLines } from './plan-template.policy.js';

const themes = ['human-rights', 'equitable-health', 'gender-equality', 'climate-action', 'something-new'];

describe('the template of a plan', () => {
  it.each(themes)('has 25 lines in the order of their months for %s, in two languages', (theme) => {
    const lines = planLines(theme);
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    const months = lines.map(({ month }) => month);
    expect(months).toEqual(months.toSorted((a, b) => a - b));
    for (const { names } of lines) for (const name of [names.en, names.sv]) expect(name).toMatch(/^\p{Lu}.{5,118}$/u);
  });

  it('is worded for each theme', () => {
    const worded = themes.map((theme) => planLines(theme).map(({ names }) => names.en));
    expect(new Set(worded.map((names) => names[20])).size).toBe(themes.length);
    expect(new Set(worded.map((names) => names[2])).size).toBe(1);
  });
});
