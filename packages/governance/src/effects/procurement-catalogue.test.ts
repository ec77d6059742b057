import { actAs } from '../../test-support/act';
import { correctedCatalogue, issuedCatalogue, recordedSurvey, requireNeeds } from './procurement-catalogue';

const office = actAs('DISTRICT_OFFICE');
const ISSUE = { issuedOn: '2026-11-18', survey: { concludedOn: '2026-11-01' }, needs: 2 };
const SURVEY = { respondents: 900, needs: [{ title: '助老', mentions: 900 }] };
const standing = { version: 1, year: 2026, issuedOn: '2026-11-10', supersededAt: null };

test('a survey that is concluded is the basis of a catalogue, which a correction replaces', () => {
  const days = { startedOn: '2026-10-01', concludedOn: '2026-11-01' };
  expect(recordedSurvey(office, { ...SURVEY, ...days })).toEqual({ ...days, respondents: 900 });
  const issued = { year: 2026, issuedOn: '2026-11-18', supersededAt: null };
  expect(issuedCatalogue(office, { ...ISSUE, year: 2026 })).toEqual(issued);
  expect(correctedCatalogue(office, standing, ISSUE)).toEqual({
    issued,
    superseded: { supersededAt: office.now },
  });
});

test('what does not hold is refused', () => {
  const [day, later] = ['2026-11-18', '2026-11-19'];
  expect(() => recordedSurvey(office, { ...SURVEY, startedOn: day, concludedOn: later })).toThrow(
    'input.concludedOn',
  );
  expect(() => recordedSurvey(office, { ...SURVEY, startedOn: day, concludedOn: '2026-11-17' })).toThrow(
    'input.concludedOn: 2026-11-17 早于开始的 2026-11-18',
  );
  expect(() => issuedCatalogue(office, { ...ISSUE, year: 2026, standing: '一号' })).toThrow('R30 year');
  expect(() => correctedCatalogue(office, { ...standing, supersededAt: office.now }, ISSUE)).toThrow('更正');
  expect(() => correctedCatalogue(office, standing, { ...ISSUE, needs: 0 })).toThrow('R30 needs');
  expect(() => correctedCatalogue(office, standing, { ...ISSUE, issuedOn: '2026-11-09' })).toThrow(
    'input.issuedOn: 2026-11-09 早于原目录下发的 2026-11-10',
  );
});

test('a survey names each need once, by as many as were asked at most', () => {
  const days = { startedOn: '2026-10-01', concludedOn: '2026-11-01' };
  const survey = (...needs: { title: string; mentions: number }[]) =>
    recordedSurvey(office, { ...days, respondents: 900, needs });
  expect(() => survey({ title: '助老', mentions: 901 })).toThrow(
    'input.needs.0.mentions: 提及人数 901 多于调查人数 900',
  );
  const twice = { title: '助老', mentions: 1 };
  expect(() => survey(twice, { title: '助残', mentions: 1 }, twice)).toThrow('input.needs.2.title');
});

test('needs of a catalogue differ, and say more than their titles', () => {
  const need = { title: '助老服务', content: '每周一次' };
  expect(() => requireNeeds(office, [need, { ...need, title: '助残服务' }])).not.toThrow();
  expect(() => requireNeeds(office, [need, need])).toThrow('input.needs.1.title');
  expect(() => requireNeeds(office, [{ ...need, content: '助老服务' }])).toThrow(
    'input.needs.0.content: 服务内容与名称是同一段文字',
  );
});
