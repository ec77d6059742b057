import { actAs } from '../../test-support/act';
import { correctedCatalogue, issuedCatalogue, recordedSurvey } from './procurement-catalogue';

const office = actAs('DISTRICT_OFFICE');
const ISSUE = { issuedOn: '2026-11-18', survey: { concludedOn: '2026-11-01' }, needs: 2 };
const standing = { version: 1, year: 2026, supersededAt: null };

test('a survey that is concluded is the basis of a catalogue, which a correction replaces', () => {
  const days = { startedOn: '2026-10-01', concludedOn: '2026-11-01' };
  expect(recordedSurvey(office, days)).toEqual(days);
  const issued = { year: 2026, issuedOn: '2026-11-18', supersededAt: null };
  expect(issuedCatalogue(office, { ...ISSUE, year: 2026 })).toEqual(issued);
  expect(correctedCatalogue(office, standing, ISSUE)).toEqual({
    issued,
    superseded: { supersededAt: office.now },
  });
});

test('what does not hold is refused', () => {
  const [day, later] = ['2026-11-18', '2026-11-19'];
  expect(() => recordedSurvey(office, { startedOn: day, concludedOn: later })).toThrow('input.concludedOn');
  expect(() => recordedSurvey(office, { startedOn: day, concludedOn: '2026-11-17' })).toThrow(
    'input.concludedOn: 2026-11-17 早于开始的 2026-11-18',
  );
  expect(() => issuedCatalogue(office, { ...ISSUE, year: 2026, standing: '一号' })).toThrow('R30 year');
  expect(() => correctedCatalogue(office, { ...standing, supersededAt: office.now }, ISSUE)).toThrow('更正');
  expect(() => correctedCatalogue(office, standing, { ...ISSUE, needs: 0 })).toThrow('R30 needs');
});
