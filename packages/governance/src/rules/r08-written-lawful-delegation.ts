import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import type { LocalDay } from '../time/local-day';
import { precedes, type Moment } from '../time/moment';

/** A delegation as far as it has come: at its submission without a decision, at the decision with one. */
export interface DelegationRecord {
  /** Number, title and day of the written delegation. */
  readonly documentNumber?: Maybe<string>;
  readonly documentTitle?: Maybe<string>;
  readonly documentDate?: Maybe<LocalDay>;
  readonly legalBasis?: Maybe<string>;
  readonly submittedAt: Moment;
  /** The street's opinion. */
  readonly opinion?: Maybe<string>;
  readonly opinionHeardAt?: Maybe<Moment>;
  /** When 街道工委 decided. Left out at submission: the opinion is not asked for yet. */
  readonly decidedAt?: Maybe<Moment>;
}

const definition: Rule = {
  code: 'R08',
  name: { zh: '书面、依法委托并听取街道意见', en: 'Written, lawful delegation after hearing the street' },
  sentence: '职能部门可以书面形式依法委托街道办理行政管理事项,并听取街道意见。',
  lines: [116],
  english:
    'Functional departments may, in writing and in accordance with law, delegate matters of administration to a street, and shall hear the street’s opinion.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '书面委托文件、法律依据和街道意见，三者都须早于街道工委的决定。',
    en: 'The delegation document, the legal basis and the street’s opinion must all predate the decision of the Street Party Working Committee.',
  },
};

/** R08 书面、依法委托并听取街道意见: written, lawful delegation after hearing the street (precondition; seed:116). */
export const r08: EnforcedRule<DelegationRecord> = {
  ...definition,
  check: (record) =>
    breachesOf(record)
      .filter(({ broken }) => broken)
      .map(({ field, zh, en }) => violationOf(definition, { zh, en }, field)),
};

/** Field that corrects a hearing after the decision. */
const DECIDED_AT = 'decision.decidedAt';

function breachesOf(record: DelegationRecord) {
  const { documentNumber, documentTitle, documentDate, legalBasis, submittedAt, opinion, decidedAt } = record;
  const inTime = (moment: Moment) => !decidedAt || precedes(moment, decidedAt);
  const heardAt = isBlank(opinion) ? undefined : record.opinionHeardAt;
  return [
    {
      field: 'documentNumber',
      broken: isBlank(documentNumber),
      zh: '没有书面委托文件的文号。请填写。',
      en: 'The number of the delegation document is missing. Add it.',
    },
    {
      field: 'documentTitle',
      broken: isBlank(documentTitle),
      zh: '没有书面委托文件的标题。请填写。',
      en: 'The title of the delegation document is missing. Add it.',
    },
    {
      field: 'documentDate',
      broken: isBlank(documentDate),
      zh: '没有书面委托文件的日期。请填写。',
      en: 'The date of the delegation document is missing. Add it.',
    },
    {
      field: decidedAt ? DECIDED_AT : 'documentDate',
      broken: documentDate && !(precedes(documentDate, submittedAt) && inTime(documentDate)),
      zh: `委托文件的日期 ${documentDate} 晚于提交或决定。请更正日期，或重新提交。`,
      en: `The delegation document is dated ${documentDate}, after the submission or the decision. Correct the date, or submit again.`,
    },
    {
      field: 'legalBasis',
      broken: isBlank(legalBasis),
      zh: '没有写明委托的法律依据。请填写法律、法规或规章及条款。',
      en: 'The legal basis is missing. Give the law or regulation and its article.',
    },
    {
      field: DECIDED_AT,
      broken: !inTime(submittedAt),
      zh: '委托在街道工委决定之后才提交。请更正决定的日期，或重新作出决定。',
      en: 'The delegation was submitted after the decision. Correct the date of the decision, or record a new decision.',
    },
    {
      field: 'opinion',
      broken: decidedAt && !heardAt,
      zh: '尚未听取街道意见。请先登记街道意见（recordStreetOpinion），再由街道工委研究决定。',
      en: 'The street’s opinion has not been heard. Record it (recordStreetOpinion) before the decision of the Street Party Working Committee.',
    },
    {
      field: DECIDED_AT,
      broken: heardAt && !inTime(heardAt),
      zh: '街道意见晚于街道工委的决定。请在听取意见之后重新作出决定。',
      en: 'The street’s opinion was heard after the decision. Record a new decision made after it.',
    },
  ];
}
