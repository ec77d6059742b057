import {
  enteredIntoLedger,
  LEDGER_KIND_LABELS,
  type LedgerKind,
  listOf,
  type EntryDraft,
  type LedgerAct,
} from '@mtg/governance';
import { isWithinTimeRange, OUTSIDE_TIME_RANGE, type CsvRecord, type LineProblem } from '@mtg/subgraph-kit';
import { codeNamed, isoDay } from '../../../foundation/file-values';
import { problemsOfAct } from './line-act';
import type { Places } from '../../../organization/places';

/** A statement of a file: of which center and community, and what is entered. */
export interface LedgerLine extends EntryDraft {
  readonly centerCode: string;
  readonly communityCode: string;
  readonly kind: LedgerKind;
}

const LARGEST_COUNT = 1_000_000;

/** Reads a line as the command reads its input, by the same rule. */
export const ledgerLine =
  (places: Places, act: LedgerAct) =>
  ({ line, values }: CsvRecord): LedgerLine | readonly LineProblem[] => {
    const { center = '', community = '', kind = '', text = '', count = '', source = '' } = values;
    const problems: LineProblem[] = [];
    const wrong = (column: string, reason: string): void => void problems.push({ line, column, reason });
    const centerCode = places.centerNamed(center);
    if (centerCode === undefined) {
      const known = places.centers.map(({ name, code }) => `${name}（${code}）`).join('、');
      wrong('center', `本街道没有中心“${center}” · not a center of this street. Choose from ${known}`);
    }
    const communityCode = places.communityNamed(community);
    if (communityCode === undefined) {
      wrong(
        'community',
        `本街道没有社区“${community}”，请填写社区名称或 12 位代码 · not a community of this street. Give its name or its code of 12 digits`,
      );
    }
    const kindCode = codeNamed(LEDGER_KIND_LABELS, kind);
    if (kindCode === undefined) {
      const { zh, en } = listOf(LEDGER_KIND_LABELS);
      wrong('kind', `“${kind}”不是台账条目种类，应为 ${zh} · not a kind of entry. Choose from ${en}`);
    }
    if (!isCount(count)) {
      wrong(
        'count',
        `“${count}”不是 0 至 ${LARGEST_COUNT} 的整数；未统计的留空 · not a whole number from 0 to ${LARGEST_COUNT}. Leave it empty if it is not counted`,
      );
    }
    const verifiedOn = isoDay(values['verified_on'] ?? '');
    const draft = { text, count: count === '' ? null : Number(count), source, verifiedOn };
    const broken = problemsOfAct(line, () => enteredIntoLedger(act, draft));
    problems.push(...broken);
    if (broken.length === 0 && !isWithinTimeRange(new Date(verifiedOn))) {
      wrong('verified_on', OUTSIDE_TIME_RANGE);
    }
    if (centerCode === undefined || communityCode === undefined || kindCode === undefined) return problems;
    return problems.length > 0 ? problems : { ...draft, centerCode, communityCode, kind: kindCode };
  };

const isCount = (text: string): boolean =>
  text === '' || (/^\d{1,7}$/.test(text) && Number(text) <= LARGEST_COUNT);
