import { r01 } from '../rules/r01-collective-deliberation';
import { r02 } from '../rules/r02-quarterly-joint-meeting';
import { r03 } from '../rules/r03-mutual-reporting';
import { r04 } from '../rules/r04-annual-notice';
import { r05 } from '../rules/r05-special-meeting';
import { r06 } from '../rules/r06-deployment-by-minutes';
import { r07 } from '../rules/r07-district-government-approval';
import { r08 } from '../rules/r08-written-lawful-delegation';
import { r09 } from '../rules/r09-no-private-acceptance';
import { r10 } from '../rules/r10-delegation-admission';
import { r11 } from '../rules/r11-work-order-dispatch';
import { r12 } from '../rules/r12-supervision';
import { r13 } from '../rules/r13-centralized-feedback';
import { r14 } from '../rules/r14-report-before-appraisal';
import { r15 } from '../rules/r15-member-performance';
import { r16 } from '../rules/r16-deputies-and-committee-members';
import { r17 } from '../rules/r17-annual-and-monthly-plans';
import { r18 } from '../rules/r18-monthly-consultation';
import { r19 } from '../rules/r19-annual-retreat';
import { r20 } from '../rules/r20-monthly-progress';
import { r21 } from '../rules/r21-weekly-meeting';
import { r22 } from '../rules/r22-passed-at-weekly-meeting';
import { r23 } from '../rules/r23-integrated-assignment';
import { r24 } from '../rules/r24-community-visits';
import { r25 } from '../rules/r25-five-requisites';
import { r26 } from '../rules/r26-conveying-and-highlights';
import { r27 } from '../rules/r27-ledger';
import { r28 } from '../rules/r28-support';
import { r29 } from '../rules/r29-social-organization-links';
import { r30 } from '../rules/r30-procurement-catalogue';
import { r31 } from '../rules/r31-funds';
import { r32 } from '../rules/r32-appointment';
import { r33 } from '../rules/r33-delegated-enforcement';
import { r34 } from '../rules/r34-seven-centers';
import type { CatalogueRule } from './rule';

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
