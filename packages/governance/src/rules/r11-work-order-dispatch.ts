import { withArticle } from '../article';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import type { KeyPointAdoption, WorkOrderDraft, WorkOrderExtension } from '../checks/order-facts';
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
    en: 'The issuer is the General Affairs Management Center; the source is the yearly key points or an admitted delegation (each with its decision of the Street Party Working Committee) or an item of minutes; target center, responsible person and deadline are set, the center being one that the source names, where it names any; and the order belongs to a project. A key point is one of the year in which the order is dispatched.',
  },
  note: {
    zh: '“全年工作要点”按派单日（北京时间）所在的公历年理解：一月的派单不能引用上一年的要点，未完成的须由街道工委列入本年要点；十二月也不能预引下一年的。协办单是原派单的一部分，以原派单的派单日为准，时限不晚于原派单，并可派给来源未写明的中心；时限已过的原派单，先延期再派协办单。派发时的时限不晚于所属项目的时限；延期须说明理由，可以超过它。项目书的覆盖社区和参与部门说明项目的范围，不限制其派单。“相应服务中心”按来源理解：纪要条目写明的中心，或委托事项部署时提出指导性意见的中心；都没有写明的，由综合管理中心确定。',
    en: '“The key points of work for the year” are read as those of the calendar year, in Asia/Shanghai, in which the order is dispatched: an order of January does not cite last year’s; what is left undone is adopted for the new year by the committee first; nor does an order of December cite next year’s. A sub-order is part of its order, and goes by the day of that, is due no later, and goes to a center that the source need not name; an order that is overdue is extended first. An order is dispatched to be done within its project’s deadline; an extension says why it is not, and may go beyond. The communities and departments of a charter say what the project is about, and do not bind its orders. “The corresponding service centers” are read by the source: the one that the item of minutes names, or those guided when the delegation was deployed; where none is named, the General Affairs Management Center chooses.',
  },
};

/** R11 派单: dispatch by work order (precondition; seed:122). */
export const r11: EnforcedRule<WorkOrderDraft | WorkOrderExtension | KeyPointAdoption> = {
  ...definition,
  check: (facts) => {
    if ('extension' in facts) return checkExtension(facts);
    return 'keyPoint' in facts ? checkKeyPoint(facts) : checkDraft(facts);
  },
};

const checkDraft = (order: WorkOrderDraft): readonly RuleViolation[] => [
  ...(order.role === RuledRole.DISPATCHER
    ? []
    : [
        violation(
          'role',
          '只有综合管理中心可以派单。请把任务交给综合管理中心派单。',
          'Only the General Affairs Management Center dispatches work orders. Hand the task to it.',
        ),
      ]),
  ...checkSource(order.source),
  ...checkYear(order),
  ...REQUIRED.filter(({ field }) => isBlank(order[field])).map(({ field, zh, en }) =>
    violation(
      // The project of a sub-order is that of its order.
      field === 'projectId' && order.partOfOrderOf ? 'parentId' : field,
      `派单没有${zh}。请填写。`,
      `The work order has no ${en}. Give it.`,
    ),
  ),
  ...checkCenter(order),
  ...checkDeadline(order),
];

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
        `The work order has no source. Cite one of: ${en}.`,
      ),
    ];
  }
  const citedBy = source.citedBy ?? CITED_BY[kind];
  if (kind === 'MINUTES_ITEM') {
    return source.state === MinutesState.ISSUED
      ? []
      : [
          violation(
            citedBy,
            '所引用的会议纪要尚未印发。请先印发会议纪要（issueMinutes）。',
            'The cited minutes are not issued. Issue them first (issueMinutes).',
          ),
        ];
  }
  const state = source.state ? stateName(delegationMachine, source.state) : { zh: '—', en: '—' };
  return [
    ...(kind === 'DELEGATION' && !ADMITTED.has(source.state)
      ? [
          violation(
            citedBy,
            `委托事项尚未准入或已经终结（${state.zh}）。请先完成准入流程：听取意见、街道工委研究通过、部署并提出指导性意见。`,
            `The delegation is not admitted, or has ended (${state.en}). Admit it first: opinion heard, approved by the Street Party Working Committee, deployed with guidance.`,
          ),
        ]
      : []),
    ...(isBlank(source.committeeDecision)
      ? [
          violation(
            citedBy,
            `来源“${WORK_ORDER_SOURCE_LABELS[kind].zh}”没有街道工委的决策。请先由街道工委研究决定并记录。`,
            `The source, ${withArticle(WORK_ORDER_SOURCE_LABELS[kind].en)}, has no decision of the Street Party Working Committee. Have it decided and recorded first.`,
          ),
        ]
      : []),
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
      `The cited key point is of the year ${given}, and the order is dispatched in ${year}. Cite one of ${year}; have the committee adopt what was left undone for that year first (adoptKeyPoint).`,
    ),
  ];
}

function checkCenter({ source, centerCode, partOfOrderOf }: WorkOrderDraft): readonly RuleViolation[] {
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
      `The source names ${en}, and the order goes to ${center.en}. Dispatch it to a center that the source names; give a part to another that works along (dispatchSubOrder).`,
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
        `The deadline ${deadline} is not a day from today (${today}) on. Correct it.`,
      ),
    ];
  }
  return [
    {
      limit: deadlineOfProject,
      zh: `完成时限 ${deadline} 晚于所属项目的时限 ${deadlineOfProject}。请提前，或归入另一个项目（charterProject）。`,
      en: `The deadline ${deadline} is after that of the project, ${deadlineOfProject}. Set an earlier one, or give the order to another project (charterProject).`,
    },
    {
      limit: deadlineOfOrder,
      zh: `协办单的完成时限 ${deadline} 晚于原派单的时限 ${deadlineOfOrder}。请提前，或先延长原派单（extendWorkOrder；已提交的先退回，returnWorkOrder）。`,
      en: `The deadline of the sub-order, ${deadline}, is after that of its order, ${deadlineOfOrder}. Set an earlier one, or extend the order first (extendWorkOrder; one that is submitted is sent back before, returnWorkOrder).`,
    },
  ]
    .filter(({ limit }) => !isBlank(limit) && !precedes(deadline ?? '', limit ?? ''))
    .map(({ zh, en }) => violation('deadline', zh, en));
}

/** A part is due no later than the whole. */
function checkExtension({ extension: { deadline, parent } }: WorkOrderExtension): readonly RuleViolation[] {
  if (!parent || precedes(deadline, parent.deadline)) return [];
  const { number, deadline: limit } = parent;
  return [
    violation(
      'deadline',
      `协办单的时限不能晚于原派单 ${number} 的时限 ${limit}。请先延长原派单（extendWorkOrder；已提交的先退回，returnWorkOrder）。`,
      `A sub-order is due no later than its order ${number}, ${limit}. Extend that first (extendWorkOrder; one that is submitted is sent back before, returnWorkOrder).`,
    ),
  ];
}

/** Orders are dispatched from key points, and so by the decision that adopted them. */
function checkKeyPoint({ keyPoint: { decision } }: KeyPointAdoption): readonly RuleViolation[] {
  if (!isBlank(decision)) return [];
  return [
    violation(
      ['decision', 'decisionId'],
      '全年工作要点须有街道工委的决策。请填写 decision 或 decisionId。',
      'A key point of the year needs a decision of the Street Party Working Committee. Give decision or decisionId.',
    ),
  ];
}

function violation(field: RuleViolation['field'], zh: string, en: string): RuleViolation {
  return violationOf(definition, { zh, en }, field);
}
