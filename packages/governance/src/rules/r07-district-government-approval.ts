import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { problemOfApproval, type ApprovalReference } from '../checks/approval';
import { isBlank, type Maybe } from '../checks/facts';
import type { LocalDay } from '../time/local-day';
import { DELEGATION_KIND_LABELS, DelegationKind } from '../vocabulary/dispatch';
import { looksSame } from '../text/comparison-form';
import { labelOf } from '../vocabulary/labelled';
import { shownCode } from '../vocabulary/shown-code';

/** Request of a department to a street. */
export interface DepartmentRequest {
  readonly kind: string;
  readonly department: string;
  readonly street: string;
  /** The matter that it asks for. */
  readonly title: string;
  /** Number of other requests in the street that rest on the approval and have not come to nothing. */
  readonly otherUses?: number;
  /** As the district has it; none when it has none, or none is cited. */
  readonly approval?: Maybe<ApprovalReference>;
  /** The id by which the request cites it. */
  readonly approvalId?: Maybe<string>;
  /** Input that leads to the approval; `approvalId` unless the request is taken on after its submission. */
  readonly citedBy?: string;
  readonly today: LocalDay;
}

const definition: Rule = {
  code: 'R07',
  name: { zh: '未经区政府批准', en: 'Not without the district government’s approval' },
  sentence: '职能部门未经区政府批准,不得要求街道设立各种临时机构,不得直接向街道布置工作任务。',
  lines: [116],
  english:
    'Without the approval of the district government, functional departments may not require a street to set up temporary bodies of any kind, and may not assign work tasks directly to a street.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '职能部门要求设立临时机构，或直接向街道布置任务，没有区政府批准文号的一律退回；一个批准只管一个部门、一个用途的一件事项，每个写明的街道只用一次，写明期限的在期限内可再用。批准在街道工委通过、部署和派单时也须有效。',
    en: 'A department’s request for a temporary body, or a task assigned directly to a street, is rejected without an approval by the district government. An approval is for one matter, one department and one purpose; each street that it names uses it once, or again within the period that it states. The approval must also be in force when the committee approves the request, when it is deployed and when an order is dispatched.',
  },
  note: {
    zh: '书面委托办理的行政管理事项按准入流程办理（R08、R10），不在此列。批准文件须写明事项、部门和街道，只对其有效；委托事项的标题即所批准的事项。早期没有写明的，按没有限定处理，仍只用一次。撤回、退还或未获通过的申请不算已用。批准设立临时机构的，不能用于布置任务，反之亦然。',
    en: 'A written delegation of administrative work follows the admission procedure instead (R08, R10). An approval names its matter, department and streets and is valid only for them; the title of the request is the approved matter. Early approvals that do not name them are not limited so, and are still used once. A request that was withdrawn, sent back or rejected has not used its approval. An approval for a temporary body does not cover a task, and vice versa.',
  },
};

/** R07 未经区政府批准: not without the district government’s approval (precondition; seed:116). */
export const r07: EnforcedRule<DepartmentRequest> = {
  ...definition,
  check: (request) => {
    // A matter delegated in writing goes the way of R08 and R10; everything else needs the district government.
    if (request.kind === DelegationKind.DELEGATED_MATTER) {
      return [];
    }
    const problem = problemOf(request);
    if (!problem) {
      return [];
    }
    const what = labelOf(DELEGATION_KIND_LABELS, request.kind);
    return [
      violationOf(
        definition,
        {
          zh: `${what.zh}须经区政府批准，但${problem.zh}。请先取得区政府的批准，由区政府审批人登记（recordApproval），再填写其标识（approvalId）；或改为书面委托（DELEGATED_MATTER）。`,
          en: `Approval by the district government is required for “${what.en}”, but ${problem.en}. Have the district government’s approver record the approval (recordApproval) and give its id (approvalId), or submit a written delegation (DELEGATED_MATTER) instead.`,
        },
        request.citedBy ?? 'approvalId',
      ),
    ];
  },
};

function problemOf(request: DepartmentRequest): Bilingual | undefined {
  const { kind, department, street, approval, approvalId, today } = request;
  if (!approval || isBlank(approval.number)) {
    return isBlank(approvalId)
      ? { zh: '没有区政府批准文号', en: 'none is given' }
      : {
          zh: `区级没有标识为 ${shownCode(approvalId ?? '')} 的批准文件`,
          en: `the district has no approval with the id ${shownCode(approvalId ?? '')}`,
        };
  }
  const { number } = approval;
  const problem = problemOfApproval(approval, {
    authority: 'DISTRICT_GOVERNMENT',
    purpose: kind,
    street,
    today,
  });
  if (problem) return problem;
  if (!isBlank(approval.department) && approval.department !== department) {
    return { zh: `${number} 是批给另一部门的`, en: `${number} was given to another department` };
  }
  const { matter, validUntil } = approval;
  if (matter && !looksSame(matter, request.title)) {
    return {
      zh: `${number} 批准的事项是“${matter}”，不是“${request.title}”`,
      en: `${number} was given for the matter “${matter}”, not for “${request.title}”`,
    };
  }
  return isBlank(validUntil) && (request.otherUses ?? 0) > 0
    ? { zh: `${number} 已用过一次`, en: `${number} has been used once already` }
    : undefined;
}
