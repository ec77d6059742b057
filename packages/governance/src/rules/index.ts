import { r01 } from './r01-collective-deliberation';
import { r02 } from './r02-quarterly-joint-meeting';
import { r03 } from './r03-mutual-reporting';
import { r04 } from './r04-annual-notice';
import { r05 } from './r05-special-meeting';
import { r06 } from './r06-deployment-by-minutes';
import { r07 } from './r07-district-government-approval';
import { r08 } from './r08-written-lawful-delegation';
import { r09 } from './r09-no-private-acceptance';
import { r10 } from './r10-delegation-admission';
import { r11 } from './r11-work-order-dispatch';
import { r12 } from './r12-supervision';
import { r13 } from './r13-centralized-feedback';
import { r14 } from './r14-report-before-appraisal';
import { r15 } from './r15-member-performance';
import { r16 } from './r16-deputies-and-committee-members';
import { r17 } from './r17-annual-and-monthly-plans';
import { r18 } from './r18-monthly-consultation';
import { r19 } from './r19-annual-retreat';
import { r20 } from './r20-monthly-progress';
import { r21 } from './r21-weekly-meeting';
import { r22 } from './r22-passed-at-weekly-meeting';
import { r23 } from './r23-integrated-assignment';
import { r24 } from './r24-community-visits';
import { r25 } from './r25-five-requisites';
import { r26 } from './r26-conveying-and-highlights';
import { r27 } from './r27-ledger';
import { r28 } from './r28-support';
import { r29 } from './r29-social-organization-links';
import { r30 } from './r30-procurement-catalogue';
import { r31 } from './r31-funds';
import { r32 } from './r32-appointment';
import { r33 } from './r33-delegated-enforcement';
import { r34 } from './r34-seven-centers';
import type { CatalogueRule } from '../catalogue/rule';

/** Every rule, in the order of the codes. A new rule is one file, its test beside it, and one line here. */
export const RULES: readonly CatalogueRule[] = [
  r01,
  r02,
  r03,
  r04,
  r05,
  r06,
  r07,
  r08,
  r09,
  r10,
  r11,
  r12,
  r13,
  r14,
  r15,
  r16,
  r17,
  r18,
  r19,
  r20,
  r21,
  r22,
  r23,
  r24,
  r25,
  r26,
  r27,
  r28,
  r29,
  r30,
  r31,
  r32,
  r33,
  r34,
];

/** The rule with this code, or `undefined`; codes are case-sensitive (`'R22'`). */
export function findRule(code: string): CatalogueRule | undefined {
  return RULES.find((rule) => rule.code === code);
}
