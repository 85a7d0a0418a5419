import { describe, expect, it } from 'vitest';
import { stretchBefore, stretchBetween, stretchOf } from '../../src/parts/period';

describe('the period of the statistics', () => {
  it('ends with today and begins with the first day of its month, quarter or year', () => {
    expect(stretchOf('month', '2026-11-29')).toEqual({ from: '2026-11-01', before: '2026-11-30' });
    expect(stretchOf('quarter', '2026-11-29')).toEqual({ from: '2026-10-01', before: '2026-11-30' });
    expect(stretchOf('quarter', '2026-01-01')).toEqual({ from: '2026-01-01', before: '2026-01-02' });
    expect(stretchOf('year', '2026-11-29')).toEqual({ from: '2026-01-01', before: '2026-11-30' });
    expect(stretchOf('twelve', '2026-11-29')).toEqual({ from: '2025-12-01', before: '2026-11-30' });
  });

  it('is held against as many days of the one before, and never against its own', () => {
    expect(stretchBefore('month', stretchOf('month', '2026-11-10'))).toEqual({ from: '2026-10-01', before: '2026-10-11' });
    expect(stretchBefore('month', stretchOf('month', '2026-03-31'))).toEqual({ from: '2026-02-01', before: '2026-03-01' });
    expect(stretchBefore('quarter', stretchOf('quarter', '2026-11-29'))).toEqual({ from: '2026-07-01', before: '2026-08-30' });
    expect(stretchBefore('year', stretchOf('year', '2024-12-31'))).toEqual({ from: '2023-01-01', before: '2024-01-01' });
  });

  it('of days of choice counts both ends, and is held against as many days just before', () => {
    const chosen = stretchBetween('2026-06-10', '2026-06-19');
    expect(chosen).toEqual({ from: '2026-06-10', before: '2026-06-20' });
    expect(stretchBefore(null, chosen)).toEqual({ from: '2026-05-31', before: '2026-06-10' });
  });
});
