import { printedAnnualNotice } from './annual-notice';
import { printedFeedbackReport } from './feedback-report';
import { printedMinutes } from './minutes';
import type { PrintedKind } from './printed-kind';
import { printedWorkOrder } from './work-order';

/** Kinds of records that a street prints, by their names in addresses. */
export const PRINTED_KINDS: ReadonlyMap<string, PrintedKind> = new Map([
  ['minutes', printedMinutes],
  ['work-orders', printedWorkOrder],
  ['annual-notices', printedAnnualNotice],
  ['feedback-reports', printedFeedbackReport],
]);
