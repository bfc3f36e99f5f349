import { describe, expect, it } from '@jest/globals';
import { Formats } from './formats';

const now = Date.parse('2026-03-12T12:00:00Z');

describe('Formats', () => {
  const en = new Formats('en', 'Africa/Lusaka');
  const sv = new Formats('sv', 'Europe/Stockholm');

  it('shows an instant in the zone of the reader', () => {
    expect(en.time('2026-03-12T12:05:00Z')).toBe('14:05');
    expect(sv.time('2026-03-12T12:05:00Z')).toBe('13:05');
    expect(sv.time('2026-03-12T12:05:00Z', 'America/Bogota')).toBe('07:05');
  });

  it('shortens a moment by how near it is', () => {
    expect(en.moment('2026-03-12T06:30:00Z', now)).toBe('08:30');
    expect(en.moment('2026-03-10T06:30:00Z', now)).toBe('Tue 08:30');
    expect(en.moment('2026-01-02T06:30:00Z', now)).toBe('2 Jan');
    expect(en.moment('2025-01-02T06:30:00Z', now)).toBe('2 Jan 2025');
  });

  it('knows that the day of the reader is not that of UTC', () => {
    expect(en.moment('2026-03-11T22:30:00Z', now)).toBe('00:30');
  });

  it('keeps a plain date on its day in every zone', () => {
    expect(new Formats('en', 'Pacific/Auckland').date('2026-04-01')).toBe('1 Apr 2026');
    expect(new Formats('en', 'America/Guatemala').date('2026-04-01')).toBe('1 Apr 2026');
  });

  it('names countries, languages and cities', () => {
    expect(sv.countryName('ZM')).toBe('Zambia');
    expect(sv.languageName('es')).toBe('spanska');
    expect(en.zoneCity('Africa/Dar_es_Salaam')).toBe('Dar es Salaam');
  });
});
