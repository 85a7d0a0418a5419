import { expect, test } from 'vitest';
import { casesWhere } from '@/Cases/filters';
import home from '@/Cases/home';
import type { Viewer } from '@/parts/home';
import { officer } from '../support/page';

const viewer = { me: { ...officer.me, roles: ['SECTION_HEAD'] }, language: 'zh' } as unknown as Viewer;
const row = { id: 'c', number: 'AJ-1', title: '某厂', partyName: '某厂', receivedOn: '2026-11-01', lateBy: [], deadlines: [], clocks: [] };
const { unassigned } = home.lists[0]!.lists;
const stepFor = (awaits: string) =>
  unassigned!.rowOf!({ ...row, awaits, awaitedBy: null, awaitedTerm: null, nearestBy: null, nearestTerm: null } as never, viewer).step.to;

test('a lead that the hotline took in is among what nobody of the section holds', () => {
  expect(casesWhere({ unassigned: '1' })).toEqual({ isUnassigned: { eq: true } });
});

test('its officers are named by filing it; those of a case are assigned', () => {
  expect(stepFor('FILING_DECISION')).toBe('/cases/AJ-1?do=fileCase');
  expect(stepFor('INVESTIGATION')).toBe('/cases/AJ-1?do=assignCaseOfficers');
});
