import { dayHappened, type Earliest } from '../checks/day';
import type { Maybe } from '../checks/facts';
import { r15, type CitedEvidence, type PersonnelEvidence } from '../rules/r15-member-performance';
import { r16 } from '../rules/r16-deputies-and-committee-members';
import {
  PersonnelSuggestionState,
  personnelSuggestionMachine,
} from '../state-machines/machines/personnel-suggestion';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { yearOf } from '../time/period';
import { DeputyReportRecipient, SuggestionRecipient } from '../vocabulary/evaluation';
import type { Act } from './act';
import { beginningOfYear, happenedOn } from './happened-on';
import { present } from './present';

/** Hands the report on the departments in, on a day up to today (R14). */
export function handedInReport<Report extends { readonly year: number; readonly handedInOn: LocalDay }>(
  act: Act,
  report: Report,
): Report {
  const today = localDay(act.now);
  if (report.year > Number(yearOf(today))) act.requireInput(yearToCome(report.year));
  act.requireInput(dayHappened('handedInOn', report.handedInOn, beginningOf(report), today));
  return report;
}

const beginningOf = ({ year }: { readonly year: number }): Earliest => ({
  day: `${year}-01-01`,
  name: { zh: '报告年度的首日', en: 'the first day of the year reported on' },
});

const yearToCome = (year: number) => ({
  field: 'year',
  message: {
    zh: `${year} 年尚未到来。请填今年或以前的年份`,
    en: `${year} has not begun. Choose this year or an earlier one`,
  },
});

/** Answers a department's part of the report, once (R14). */
export function answeredEntry(
  act: Act,
  entry: { readonly answer: string | null; readonly version: number },
  answer: string,
) {
  act.requireState(
    entry,
    entry.answer === null
      ? undefined
      : {
          message: {
            zh: '该部门已答复。请查看 answer',
            en: 'The department has answered already. Read `answer`',
          },
        },
  );
  return { answer, answeredAt: act.now };
}

interface Suggestion {
  readonly state: PersonnelSuggestionState;
  readonly version: number;
}

/** A suggestion as far as its steps write it. */
interface SuggestionValues {
  readonly state: PersonnelSuggestionState;
  readonly signatory: string | null;
  readonly signedAt: Date | null;
  readonly handedOver: string | null;
  readonly sentAt: Date | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

interface SuggestionDraft {
  readonly evidence: readonly CitedEvidence[];
  readonly text: string;
  readonly isInOffice: boolean;
}

/** Drafts a personnel suggestion on a member in office, on evidence (R15). */
export function draftedSuggestion(act: Act, draft: SuggestionDraft): SuggestionValues & { text: string } {
  act.require(r15.check({ step: 'DRAFT', ...draft }));
  const steps = { signatory: null, signedAt: null, handedOver: null, sentAt: null, answer: null };
  return { state: PersonnelSuggestionState.DRAFTED, text: draft.text, ...steps, answeredAt: null };
}

/** Signs a personnel suggestion with a name (R15). */
export function signedSuggestion(
  act: Act,
  suggestion: Suggestion,
  {
    evidence,
    signatory,
  }: { readonly evidence: readonly PersonnelEvidence[]; readonly signatory: Maybe<string> },
) {
  const state = act.step(personnelSuggestionMachine, suggestion, 'signPersonnelSuggestion');
  act.require(r15.check({ step: 'SIGN', evidence, signatory }));
  return { state, signatory: present(signatory), signedAt: act.now };
}

interface Sent {
  /** Department of the unit, as it is linked now. */
  readonly departmentCode: string | null;
  readonly handedOver?: Maybe<string>;
}

/** Sends a signed suggestion to the unit and to 区委组织部, both (R15). */
export function sentSuggestion(
  act: Act,
  suggestion: Suggestion & { readonly signatory: string | null },
  { departmentCode, handedOver }: Sent,
) {
  const state = act.step(personnelSuggestionMachine, suggestion, 'sendPersonnelSuggestion');
  const { signatory } = suggestion;
  const recipients = Object.values(SuggestionRecipient);
  const unitHasDepartment = departmentCode !== null;
  act.require(r15.check({ step: 'SEND', signatory, recipients, unitHasDepartment, handedOver }));
  return { state, sentAt: act.now, departmentCode, handedOver: handedOver ?? null };
}

/** Records the answer to a suggestion (R15). */
export function answeredSuggestion(act: Act, suggestion: Suggestion, answer: string) {
  const state = act.step(personnelSuggestionMachine, suggestion, 'answerPersonnelSuggestion');
  return { state, answer, answeredAt: act.now };
}

interface DeputyActivityOnRecord {
  readonly id: string;
  readonly day: LocalDay;
}

interface EarlierReport {
  readonly id: string;
  readonly title: string;
  readonly issuedOn: LocalDay;
  readonly cited: readonly string[];
}

interface DeputyReportDraft {
  readonly year: number;
  readonly title: string;
  readonly content: Maybe<string>;
  readonly recipients: readonly DeputyReportRecipient[];
  /** Activities of the year up to its day that are on record. It cites those that no earlier report of the year has cited. */
  readonly onRecord: readonly DeputyActivityOnRecord[];
  /** Reports of the year that were issued already, the first one first. */
  readonly earlier: readonly EarlierReport[];
  /** Today without it. */
  readonly issuedOn?: Maybe<LocalDay>;
}

/**
 * Issues the yearly report on “两代表一委员”, or a supplement that cites what was recorded of the year since (R16).
 *
 * @returns the values of the report, and the ids of the activities that it cites
 */
export function issuedDeputyReport(act: Act, draft: DeputyReportDraft) {
  const { year, title, content, recipients, onRecord, earlier } = draft;
  if (year > Number(yearOf(localDay(act.now)))) act.requireInput(yearToCome(year));
  const issuedOn = happenedOn(act, {
    field: 'issuedOn',
    day: draft.issuedOn,
    earliest: earliestIssue(draft),
  });
  const before = new Set(earlier.flatMap(({ cited }) => cited));
  // A report tells of what has happened by its day.
  const due = onRecord.filter(({ day }) => precedes(day, issuedOn)).map(({ id }) => id);
  const activityIds = due.filter((id) => !before.has(id));
  const [first] = earlier;
  if (first && activityIds.length === 0) act.requireInput(nothingSince(year, first.title));
  act.require(r16.check({ content, recipients, onRecord: due, cited: [...before, ...activityIds] }));
  const all = Object.values(DeputyReportRecipient).filter((each) => recipients.includes(each));
  const report = { year, title, content: present(content), recipients: all, issuedOn };
  return { report: { ...report, supplementsId: first?.id ?? null }, activityIds };
}

/** A supplement follows the report that it supplements. */
function earliestIssue({ year, earlier: [first] }: DeputyReportDraft): Earliest {
  if (!first) return beginningOfYear(year);
  return { day: first.issuedOn, name: { zh: `报告“${first.title}”的`, en: `the report “${first.title}”` } };
}

const nothingSince = (year: number, title: string) => ({
  field: 'year',
  message: {
    zh: `${year} 年已报送“${title}”，此后没有登记该年的活动，无可补充。请先登记活动（recordDeputyActivity），或核对年份`,
    en: `The report “${title}” on ${year} was issued already, and no activity of the year was recorded since. Record one first (recordDeputyActivity), or check the year`,
  },
});
