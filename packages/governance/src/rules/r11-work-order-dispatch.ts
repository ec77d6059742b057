import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, violationsOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import type {
  KeyPointAdoption,
  WorkOrderDraft,
  WorkOrderExtension,
  WorkOrderReassignment,
  WorkOrderResponsible,
} from '../checks/order-facts';
import { extensionProblems } from '../checks/extended-deadline';
import { unless } from '../checks/unless';
import { delegationMachine, DelegationState } from '../state-machines/machines/delegation';
import { MinutesState } from '../state-machines/machines/minutes';
import { stateName } from '../state-machines/state-machine';
import { precedes } from '../time/moment';
import { yearOf } from '../time/period';
import { RuledRole } from '../vocabulary/acting';
import { centerName } from '../vocabulary/center-type';
import { WORK_ORDER_SOURCE_LABELS, type WorkOrderSource } from '../vocabulary/dispatch';
import { isCodeOf, listOf } from '../vocabulary/labelled';

/** Inputs that cite a source, by its kind. */
const CITED_BY = {
  KEY_POINT: 'keyPointId',
  DELEGATION: 'delegationId',
  MINUTES_ITEM: 'minutesItemId',
} as const satisfies Readonly<Record<WorkOrderSource, string>>;

/** A delegation is admitted once it is deployed with guidance (R10), until it is completed. */
const ADMITTED: ReadonlySet<Maybe<string>> = new Set([DelegationState.DEPLOYED, DelegationState.DISPATCHED]);

const definition: Rule = {
  code: 'R11',
  name: { zh: '派单', en: 'Dispatch by work order' },
  sentence:
    '街道事务综合管理中心是街道与职能部门联系和对接的平台,是街道综合事务的统筹协调中枢,根据街道工委会议决策,对街道全年工作要点和职能部门临时委托的任务,以派单形式向相应服务中心分配任务,实行项目化管理,明确责任人和完成时限',
  lines: [122],
  english:
    'The Street General Affairs Management Center is the platform where the street contacts and works with the functional departments and the hub that coordinates the street’s general affairs; according to the decisions of the meetings of the Street Party Working Committee it assigns the street’s key points of work for the year and the tasks that functional departments delegate for a time to the corresponding service centers by work order, manages them as projects, and makes clear the responsible person and the deadline.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '派单人是综合管理中心；来源是全年工作要点或已准入的委托事项（均有街道工委决策），或会议纪要中的一条；目标中心、责任人和完成时限齐全，来源写明中心的，目标中心在其中；并归属一个项目。工作要点须是派单当年的。',
    en: 'The General Affairs Management Center issues the order. Its source is a key point of the year or an admitted delegation (each with a decision of the Street Party Working Committee), or an item of minutes. Target center, responsible person, deadline and project are set. If the source names centers, the target is one of them. A key point belongs to the year of dispatch.',
  },
  note: {
    zh: '“全年工作要点”按派单日（北京时间）所在的公历年理解：一月的派单不能引用上一年的要点，未完成的须由街道工委列入本年要点；十二月也不能预引下一年的。协办单是原派单的一部分，以原派单的派单日为准，时限不晚于原派单，并可派给来源未写明的中心；时限已过的原派单，先延期再派协办单。派发和延期的时限不晚于所属项目的时限。延期由中心说明理由申请，综合管理中心同意；街道可以规定每单延期的次数和每次的天数。中心申请退单的，由综合管理中心改派，时限不变，新的中心和责任人同样须齐全。项目书的覆盖社区和参与部门说明项目的范围，不限制其派单。“相应服务中心”按来源理解：纪要条目写明的中心，或委托事项部署时提出指导性意见的中心；都没有写明的，由综合管理中心确定。',
    en: '“The key points of work for the year” are those of the calendar year of dispatch (Asia/Shanghai). An order in January cannot cite last year’s key points; the committee first adopts unfinished ones for the new year. An order in December cannot cite next year’s. A sub-order is part of its main order: the main order’s dispatch day counts, its deadline is no later, and it may go to a center not named by the source. An overdue main order is extended first. The deadline is within the project’s deadline, at dispatch and after an extension. A center requests more time with a reason and the General Affairs Management Center grants it; a street may limit the extensions of an order and their days. When a center requests a return, the General Affairs Management Center reassigns the order: the deadline stays, and the new center and responsible person are named. Communities and departments of a charter describe the project and do not limit its orders. “The corresponding service centers” are the center named by the item of minutes, or those given guidance when the delegation was deployed. If none is named, the General Affairs Management Center chooses.',
  },
};

const violation = violationsOf(definition);

/** R11 派单: dispatch by work order (precondition; seed:122). */
export const r11: EnforcedRule<
  WorkOrderDraft | WorkOrderExtension | WorkOrderReassignment | WorkOrderResponsible | KeyPointAdoption
> = {
  ...definition,
  check: (facts) => {
    if ('extension' in facts) {
      return extensionProblems(facts).map(({ field, message }) => violationOf(definition, message, field));
    }
    if ('reassignment' in facts) return checkReassignment(facts);
    if ('responsible' in facts) return checkResponsible(facts.responsible);
    return 'keyPoint' in facts ? checkKeyPoint(facts) : checkDraft(facts);
  },
};

const checkDraft = (order: WorkOrderDraft): readonly RuleViolation[] => [
  ...checkRole(order.role),
  ...checkSource(order.source),
  ...checkYear(order),
  ...REQUIRED.filter(({ field }) => isBlank(order[field])).map(({ field, zh, en }) =>
    violation(
      // The project of a sub-order is that of its order.
      field === 'projectId' && order.partOfOrderOf ? 'parentId' : field,
      `派单没有${zh}。请填写。`,
      `The work order needs a ${en}. Add it.`,
    ),
  ),
  ...checkCenter(order),
  ...checkResponsible(order),
  ...checkDeadline(order),
];

/** A person of the register works in the center that the order goes to, and is named as the register does. */
function checkResponsible({
  registered,
  responsiblePerson,
}: Pick<WorkOrderDraft, 'registered' | 'responsiblePerson'>): readonly RuleViolation[] {
  if (!registered) return [];
  const { name, isInPost } = registered;
  return [
    ...unless(isInPost, () =>
      violation(
        'responsiblePersonId',
        `${name}今天没有在承办中心任职或代理。请选择在该中心任职的人员，或先登记任职（appointToPost）。`,
        `${name} holds no post in the center of the order today. Choose a person in a post there, or record the appointment first (appointToPost).`,
      ),
    ),
    ...unless(isBlank(responsiblePerson) || responsiblePerson === name, () =>
      violation(
        'responsiblePerson',
        `责任人“${responsiblePerson}”与所选人员${name}不是一人。请填写“${name}”，或更正 responsiblePersonId。`,
        `The responsible person “${responsiblePerson}” is not ${name}, whom \`responsiblePersonId\` names. Give the name ${name}, or correct the id.`,
      ),
    ),
  ];
}

const checkRole = (role: string): readonly RuleViolation[] =>
  unless(role === RuledRole.DISPATCHER, () =>
    violation(
      'role',
      '只有综合管理中心可以派单。请把任务交给综合管理中心派单。',
      'Only the General Affairs Management Center can dispatch work orders. Pass the task to it.',
    ),
  );

const REQUIRED = [
  { field: 'projectId', zh: '所属项目', en: 'project' },
  { field: 'centerCode', zh: '目标中心', en: 'target center' },
  { field: 'responsiblePerson', zh: '责任人', en: 'responsible person' },
  { field: 'deadline', zh: '完成时限', en: 'deadline' },
] as const;

function checkSource(source: WorkOrderDraft['source']): readonly RuleViolation[] {
  const kind = source?.kind ?? '';
  if (!source || !isCodeOf(WORK_ORDER_SOURCE_LABELS, kind)) {
    const { zh, en } = listOf(WORK_ORDER_SOURCE_LABELS);
    return [
      violation(
        source?.citedBy ?? Object.values(CITED_BY),
        `派单没有来源。请引用其中之一：${zh}。`,
        `The work order needs a source. Cite one of: ${en}.`,
      ),
    ];
  }
  const citedBy = source.citedBy ?? CITED_BY[kind];
  if (kind === 'MINUTES_ITEM') {
    return unless(source.state === MinutesState.ISSUED, () =>
      violation(
        citedBy,
        '所引用的会议纪要尚未印发。请先印发纪要（issueMinutes）。',
        'The cited minutes are not issued yet. Issue them first (issueMinutes).',
      ),
    );
  }
  const state = source.state ? stateName(delegationMachine, source.state) : { zh: '—', en: '—' };
  return [
    ...unless(kind !== 'DELEGATION' || ADMITTED.has(source.state), () =>
      violation(
        citedBy,
        `委托事项尚未准入或已经终结（${state.zh}）。请先完成准入流程：听取意见、街道工委研究通过、部署并提出指导性意见。`,
        `The delegation is not admitted, or has ended (${state.en}). Complete its admission first: street opinion, approval by the Street Party Working Committee, deployment with guidance.`,
      ),
    ),
    ...unless(!isBlank(source.committeeDecision), () =>
      violation(
        citedBy,
        `来源“${WORK_ORDER_SOURCE_LABELS[kind].zh}”没有街道工委的决策。请先由街道工委研究决定并记录。`,
        `The source “${WORK_ORDER_SOURCE_LABELS[kind].en}” has no decision of the Street Party Working Committee. Record its decision first.`,
      ),
    ),
  ];
}

function checkYear({ source, partOfOrderOf, today }: WorkOrderDraft): readonly RuleViolation[] {
  const year = yearOf(partOfOrderOf ?? today);
  if (source?.kind !== 'KEY_POINT' || String(source.year) === year) return [];
  const given = source.year ?? '—';
  return [
    violation(
      source.citedBy ?? CITED_BY.KEY_POINT,
      `所引用的全年工作要点属于 ${given} 年，而派单在 ${year} 年。请引用 ${year} 年的要点；以前未完成的，请先由街道工委列入该年要点（adoptKeyPoint）。`,
      `The cited key point belongs to ${given}, but the order is dispatched in ${year}. Cite a key point of ${year}. Unfinished key points must first be adopted again for that year (adoptKeyPoint).`,
    ),
  ];
}

function checkCenter({
  source,
  centerCode,
  partOfOrderOf,
}: Pick<WorkOrderDraft, 'source' | 'centerCode' | 'partOfOrderOf'>): readonly RuleViolation[] {
  const named = source?.centers ?? [];
  if (partOfOrderOf || isBlank(centerCode) || named.length === 0 || named.includes(centerCode ?? '')) {
    return [];
  }
  const [names, center] = [named.map(centerName), centerName(centerCode ?? '')];
  const zh = names.map((name) => name.zh).join('、');
  const en = names.map((name) => name.en).join(', ');
  return [
    violation(
      'centerCode',
      `来源写明由 ${zh} 承办，而派单派给 ${center.zh}。请派给写明的中心；需要其他中心协办的，另派协办单（dispatchSubOrder）。`,
      `The source assigns the work to ${en}, but the order goes to ${center.en}. Dispatch it to a center named by the source, and sub-orders to assisting centers (dispatchSubOrder).`,
    ),
  ];
}

function checkDeadline(order: WorkOrderDraft): readonly RuleViolation[] {
  const { deadline, today, deadlineOfOrder, deadlineOfProject } = order;
  if (isBlank(deadline)) return [];
  if (!precedes(today, deadline ?? '')) {
    return [
      violation(
        'deadline',
        `完成时限 ${deadline} 不是今天（${today}）或以后的日期。请更正。`,
        `The deadline ${deadline} is not today (${today}) or later. Choose today or later.`,
      ),
    ];
  }
  return [
    {
      limit: deadlineOfProject,
      zh: `完成时限 ${deadline} 晚于所属项目的时限 ${deadlineOfProject}。请提前，或归入另一个项目（charterProject）。`,
      en: `The deadline ${deadline} is after the project’s deadline ${deadlineOfProject}. Choose an earlier day, or another project (charterProject).`,
    },
    {
      limit: deadlineOfOrder,
      zh: `协办单的完成时限 ${deadline} 晚于原派单的时限 ${deadlineOfOrder}。请提前，或先延长原派单（requestExtension；已提交的先退回重办，returnWorkOrder）。`,
      en: `The sub-order’s deadline ${deadline} is after the main order’s deadline ${deadlineOfOrder}. Choose an earlier day, or extend the main order first (requestExtension). A submitted order must be returned before (returnWorkOrder).`,
    },
  ]
    .filter(({ limit }) => !isBlank(limit) && !precedes(deadline ?? '', limit ?? ''))
    .map(({ zh, en }) => violation('deadline', zh, en));
}

/** Another center and another person become responsible; all else of the order stays. */
const checkReassignment = ({ reassignment }: WorkOrderReassignment): readonly RuleViolation[] => {
  const { role, source, centerCode, responsiblePerson, registered, isPart } = reassignment;
  return [
    ...checkRole(role),
    ...REQUIRED.filter(({ field }) => field === 'centerCode' || field === 'responsiblePerson')
      .filter(({ field }) => isBlank(field === 'centerCode' ? centerCode : responsiblePerson))
      .map(({ field, zh, en }) =>
        violation(field, `改派没有${zh}。请填写。`, `The reassignment needs a ${en}. Add it.`),
      ),
    ...(isPart ? [] : checkCenter({ source, centerCode })),
    ...checkResponsible({ registered, responsiblePerson }),
  ];
};

/** Orders are dispatched from key points, and so by the decision that adopted them. */
function checkKeyPoint({ keyPoint: { decision } }: KeyPointAdoption): readonly RuleViolation[] {
  if (!isBlank(decision)) return [];
  return [
    violation(
      ['decision', 'decisionId'],
      '全年工作要点须有街道工委的决策。请填写 decision 或 decisionId。',
      'A key point of the year needs a decision of the Street Party Working Committee. Give `decision` or `decisionId`.',
    ),
  ];
}
