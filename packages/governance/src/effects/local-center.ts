import type { InputProblem } from '../checks/input-problem';
import { takenCode } from '../checks/taken-code';
import { comparisonForm } from '../text/comparison-form';
import { isCenterType } from '../vocabulary/center-type';
import type { Act } from './act';

/** Codes are for people and URLs alike. */
const CODE = /^[A-Z][A-Z0-9_]{0,39}$/u;

/** A local center about to be added. */
interface CenterDraft {
  readonly code: string;
  readonly name: string;
  readonly functionText: string;
  readonly decision: { readonly id: string; readonly number: string } | null;
  /** All centers that the street has or had. */
  readonly known: readonly { readonly code: string; readonly name: string; readonly isClosed: boolean }[];
  readonly sample: boolean;
}

/**
 * Adds a local center by a decision of the committee (seed:108). The seven stay as they are (R34): a local center has another
 * code and another name. A code is never used again, since rows keep it.
 */
export function addedCenter(act: Act, { code, name, functionText, decision, known, sample }: CenterDraft) {
  act.requireInput(checkCode(code, known));
  act.requireInput(checkName(name, known));
  const { id, number } = decided(act, decision, sample);
  return { code, name, functionText, aliases: [], citation: `document:${number}`, decisionId: id };
}

/** A local center about to be closed. */
interface Closing {
  readonly decision: { readonly id: string } | null;
  /** Numbers of its open orders. */
  readonly openOrders: readonly string[];
  readonly sample: boolean;
}

/** Closes a local center by a decision of the committee, once it has no open orders. */
export function closedCenter(act: Act, { decision, openOrders, sample }: Closing) {
  const orders = openOrders.slice(0, 5);
  if (orders.length > 0) {
    act.requireInput({
      field: 'centerCode',
      message: {
        zh: `该中心还有 ${openOrders.length} 件在办派单（${orders.join('、')}）。请先办结、改派或取消`,
        en: `This center has ${openOrders.length} open orders (${orders.join(', ')}). Close, reassign or cancel them first`,
      },
    });
  }
  const { id } = decided(act, decision, sample);
  return { closingDecisionId: id, deletedAt: act.now };
}

function decided<Decision>(act: Act, decision: Decision | null, sample: boolean): Decision {
  if (!decision) {
    act.requireInput({
      field: 'decision',
      message: {
        zh: '本地中心须由街道工委决策设立或撤销。请填写决策，或引用已登记的决策（decisionId）',
        en: 'A local center is added or closed by a decision of the Street Party Working Committee. Give the decision, or cite a recorded one (decisionId)',
      },
    });
  }
  if (sample) {
    act.requireInput({
      field: 'decisionId',
      message: {
        zh: '所引用的决策是样例数据。请引用真实的决策',
        en: 'The cited decision is sample data. Cite a real one',
      },
    });
  }
  // The act has ended without one.
  return decision as Decision;
}

function checkCode(code: string, known: CenterDraft['known']): InputProblem | undefined {
  const same = known.find((center) => center.code === code);
  if (isCenterType(code)) {
    return {
      field: 'code',
      message: {
        zh: `“${code}”是七个职能中心之一（R34），不能作为本地中心。请另取代码`,
        en: `“${code}” is one of the seven functional centers (R34) and cannot be a local one. Choose another code`,
      },
    };
  }
  if (same) return takenCode(code, same, same.isClosed);
  if (CODE.test(code)) return undefined;
  return {
    field: 'code',
    message: {
      zh: `“${code}”须以大写字母开头，由大写字母、数字和 _ 组成，最多 40 位。请更正`,
      en: `“${code}” must begin with a capital letter and hold capitals, digits and _ only, 40 at most. Correct it`,
    },
  };
}

function checkName(name: string, known: CenterDraft['known']): InputProblem | undefined {
  const form = comparisonForm(name);
  const same = known.find((center) => !center.isClosed && comparisonForm(center.name) === form);
  if (!same) return undefined;
  return {
    field: 'name',
    message: {
      zh: `本街道已有中心“${same.name}”（${same.code}）。请另取名称`,
      en: `This street already has a center “${same.name}” (${same.code}). Choose another name`,
    },
  };
}
