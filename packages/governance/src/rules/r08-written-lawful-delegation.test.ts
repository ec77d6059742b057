import { english, fieldsOf } from '../../test-support/violations';
import { r08, type DelegationRecord } from './r08-written-lawful-delegation';

const DOCUMENT = {
  documentNumber: '门卫〔2026〕7号',
  documentTitle: '关于委托办理的函',
  documentDate: '2026-11-02',
};
const OPINION = { opinion: '同意承接', opinionHeardAt: new Date('2026-11-10T02:00:00Z') };
const SUBMITTED: DelegationRecord = {
  ...DOCUMENT,
  legalBasis: '《行政许可法》第二十四条',
  submittedAt: new Date('2026-11-03T02:00:00Z'),
};
const NO_DOCUMENT = ['documentNumber', 'documentTitle', 'documentDate'];
const DECIDED: DelegationRecord = {
  ...SUBMITTED,
  ...OPINION,
  decidedAt: new Date('2026-11-12T02:00:00Z'),
};

test.each<[string, DelegationRecord]>([
  ['a submission, the opinion not heard yet', SUBMITTED],
  ['a decision after the opinion', DECIDED],
  ['a document of the day of submission', { ...DECIDED, documentDate: '2026-11-03' }],
  ['a decision of which only the day is known', { ...DECIDED, decidedAt: '2026-11-10' }],
])('kept by %s', (_, record) => {
  expect(r08.check(record)).toEqual([]);
});

test.each<[string, DelegationRecord, string[], string]>([
  [
    'no document',
    { legalBasis: SUBMITTED.legalBasis, submittedAt: SUBMITTED.submittedAt },
    NO_DOCUMENT,
    'date of the delegation document is missing',
  ],
  [
    'number of the delegation document is missing',
    { ...SUBMITTED, documentNumber: '' },
    ['documentNumber'],
    'number of the delegation document is missing',
  ],
  [
    'title of the delegation document is missing',
    { ...SUBMITTED, documentTitle: ' ' },
    ['documentTitle'],
    'title of the delegation document is missing',
  ],
  [
    'date of the delegation document is missing',
    { ...SUBMITTED, documentDate: '' },
    ['documentDate'],
    'date of the delegation document is missing',
  ],
  [
    'a document later than the submission',
    { ...SUBMITTED, documentDate: '2026-11-04' },
    ['documentDate'],
    'dated 2026-11-04',
  ],
  ['a document of no day', { ...SUBMITTED, documentDate: 'soon' }, ['documentDate'], 'dated soon'],
  ['no legal basis', { ...SUBMITTED, legalBasis: undefined }, ['legalBasis'], 'The legal basis is missing'],
  ['a blank legal basis', { ...DECIDED, legalBasis: '　' }, ['legalBasis'], 'The legal basis is missing'],
  ['a decision without the opinion', { ...DECIDED, opinion: undefined }, ['opinion'], 'has not been heard'],
  ['an opinion that says nothing', { ...DECIDED, opinion: '' }, ['opinion'], 'not been heard'],
  [
    'an opinion at the instant of the decision',
    { ...DECIDED, decidedAt: OPINION.opinionHeardAt },
    ['decision.decidedAt'],
    'heard after the decision',
  ],
  [
    'an opinion after the decision',
    { ...DECIDED, decidedAt: '2026-11-09' },
    ['decision.decidedAt'],
    'heard after the decision',
  ],
  [
    'everything after the decision',
    { ...DECIDED, decidedAt: '2026-11-01' },
    ['decision.decidedAt', 'decision.decidedAt', 'decision.decidedAt'],
    'submitted after',
  ],
  [
    'nothing at all',
    { submittedAt: '2026-11-03', decidedAt: '2026-11-12' },
    [...NO_DOCUMENT, 'legalBasis', 'opinion'],
    'number of the delegation document is missing',
  ],
])('broken by %s', (_, record, fields, text) => {
  const violations = r08.check(record);
  expect(fieldsOf(r08, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});
