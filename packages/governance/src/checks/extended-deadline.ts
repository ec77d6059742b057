import { addDays, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { InputProblem } from './input-problem';
import type { WorkOrderExtension } from './order-facts';

/** Checks the new deadline of an order, which is later than the old one and not in the past. */
export function checkExtendedDeadline(
  deadline: LocalDay,
  old: LocalDay,
  today: LocalDay,
): InputProblem | undefined {
  if (deadline > old && deadline >= today) return undefined;
  return {
    field: 'deadline',
    message: {
      zh: `新的完成时限须晚于原时限 ${old}，且不早于今天（${today}）`,
      en: `Choose a deadline after the present one (${old}) and not before today (${today})`,
    },
  };
}

/** Lists what R11 asks of more time. A part is due no later than the whole, the whole no later than its project; a street may limit the rest. */
export function extensionProblems({ extension }: WorkOrderExtension): readonly InputProblem[] {
  const { deadline, old, parent, deadlineOfProject, granted, limits } = extension;
  const { mostPerOrder, mostDaysEach } = limits;
  const problems: InputProblem[] = [];
  if (parent && !precedes(deadline, parent.deadline)) {
    const { number, deadline: limit } = parent;
    problems.push({
      field: 'deadline',
      message: {
        zh: `协办单的时限不能晚于原派单 ${number} 的时限 ${limit}。请先延长原派单（requestExtension；已提交的先退回重办，returnWorkOrder）。`,
        en: `A sub-order cannot be due later than its main order ${number}, which is due on ${limit}. Extend the main order first (requestExtension). A submitted order must be returned before (returnWorkOrder).`,
      },
    });
  }
  if (deadlineOfProject && !precedes(deadline, deadlineOfProject)) {
    problems.push({
      field: 'deadline',
      message: {
        zh: `新的完成时限 ${deadline} 晚于所属项目的时限 ${deadlineOfProject}。请提前；余下的工作请归入另一个项目（charterProject）另行派单。`,
        en: `The new deadline ${deadline} is after the project’s deadline ${deadlineOfProject}. Choose an earlier day, and dispatch the remaining work in another project (charterProject).`,
      },
    });
  }
  if (mostPerOrder !== undefined && granted >= mostPerOrder) {
    problems.push({
      field: 'workOrderId',
      message: {
        zh: `派单已延期 ${granted} 次，街道规定每单最多 ${mostPerOrder} 次。请按现行时限办结，或申请退单（requestReturn）。`,
        en: `The order was extended ${granted} times, and the street allows ${mostPerOrder} extensions of an order. Request its return (requestReturn), or submit it by the present deadline.`,
      },
    });
  }
  const latest = mostDaysEach === undefined ? undefined : addDays(old, mostDaysEach);
  if (latest !== undefined && !precedes(deadline, latest)) {
    problems.push({
      field: 'deadline',
      message: {
        zh: `街道规定每次延期最多 ${mostDaysEach} 天。请选择 ${latest} 或以前的日期。`,
        en: `The street allows ${mostDaysEach} days for one extension. Choose ${latest} or earlier.`,
      },
    });
  }
  return problems;
}
