import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Grouped } from '@/Cases/CaseFigures';
import { casesWhere } from '@/Cases/filters';
import { show } from '../support/page';

const none = { secondKey: null, received: 0, filed: 0, decided: 0, penaltyCny: 0, ended: 0, endedInTime: 0, medianDays: null };
const stretch = { from: '2026-11-01', before: '2026-11-21' };
const before = { from: '2026-10-01', before: '2026-10-21' };

const open = () =>
  show(<Grouped stretch={stretch} before={before} by="SECTION" section="" onBy={() => undefined} />, {
    answers: {
      SectionNames: () => ({ sections: [{ id: '1', code: 'FOOD', name: '食品科', isClosed: false }] }),
      AreaNames: () => ({ areas: [] }),
      ProductClassNames: () => ({ productClasses: [] }),
      CaseFiguresBy: () => ({
        now: [
          { ...none, key: 'FOOD', received: 5, decided: 2, penaltyCny: 1200, ended: 2, endedInTime: 1, medianDays: 30 },
          { ...none, key: null, received: 3 },
        ],
        before: [{ ...none, key: 'FOOD', received: 4 }, { ...none, key: 'GONE', filed: 7 }],
      }),
    },
  });

const addressOf = (row: HTMLElement, figure: RegExp) => within(row).getByRole('link', { name: figure }).getAttribute('href');

describe('figures that are told apart', () => {
  test('each stands beside that of the period before and opens its list', async () => {
    open();
    const row = await screen.findByRole('row', { name: /食品科/ });
    expect(addressOf(row, /^5 上期 4$/)).toBe('/cases?view=list&day=receivedOn&from=2026-11-01&before=2026-11-21&section=FOOD');
    expect(addressOf(row, /^1,200\s元 上期 —$/)).toContain('day=decidedOn');
    expect(addressOf(row, /^1 · 50% 上期 —$/)).toContain('day=endedOn&from=2026-11-01&before=2026-11-21&section=FOOD&inTime=1');
    expect(addressOf(row, /^30 天 上期 —$/)).toContain('day=endedOn');
  });

  test('what has no section opens its list too, and what happened only before is seen', async () => {
    open();
    expect(addressOf(await screen.findByRole('row', { name: /未定科室/ }), /^3 上期 0$/)).toContain('section=NONE');
    const gone = await screen.findByRole('row', { name: /GONE/ });
    expect(within(gone).queryAllByRole('link')).toEqual([]);
    expect(gone.textContent).toContain('上期 7');
  });

  test('the list of those without is asked for by what they lack', () =>
    expect(casesWhere({ section: 'NONE', area: 'NONE', productClass: 'NONE' })).toEqual({
      section: { any: false },
      and: [{ or: [{ enterpriseCreditCode: { any: false } }, { enterprise: { area: { code: { any: false } } } }] }],
      mainProductClass: { any: false },
    }));
});
