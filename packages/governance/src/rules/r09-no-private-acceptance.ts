import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { HANDOVER_ACT_LABELS, RULED_ROLE_LABELS, RuledRole, type HandoverAct } from '../vocabulary/acting';

/** Actor about to accept a delegation or hand on a task privately, not by a decision or an order. */
export interface HandoverAttempt {
  /** The role in which the person acts. */
  readonly role: string;
  readonly act: HandoverAct;
}

const WAY_OUT: Readonly<Record<HandoverAct, Bilingual>> = {
  ACCEPT_DELEGATION: {
    zh: '请提交街道工委研究，由工委记录决定',
    en: 'Submit it to the Street Party Working Committee; its clerk records the decision',
  },
  TASK_TO_CENTER: {
    zh: '请由街道工委研究通过后，由综合管理中心派单',
    en: 'Have the Street Party Working Committee approve it and the General Affairs Management Center dispatch it',
  },
  TASK_TO_COMMUNITY: {
    zh: '请在周例会上提出，通过后由综合管理中心集中布置',
    en: 'Propose it at the weekly meeting; after it is passed, the General Affairs Management Center issues it in a batch',
  },
};

const definition: Rule = {
  code: 'R09',
  name: { zh: '不得自行接受、随意摊派', en: 'No private acceptance, no arbitrary apportioning' },
  sentence:
    '对于职能部门的委托事项,街道主要领导、各中心负责人不得自行接受,更不能随意向各服务中心和社区摊派任务',
  lines: [116],
  english:
    'As to matters delegated by functional departments, the principal leaders of the street and the heads of the centers may not accept them on their own, still less apportion tasks at will to the service centers and communities.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '街道主要领导和中心负责人都不能自行接受委托事项，也不能自行把任务摊派给中心或社区。',
    en: 'Principal leaders and center heads cannot accept a delegation, or pass a task to a center or a community, on their own authority.',
  },
};

/** R09 不得自行接受、随意摊派: no acceptance on one’s own, no arbitrary apportioning (precondition; seed:116). */
export const r09: EnforcedRule<HandoverAttempt> = {
  ...definition,
  check: ({ role, act }) => {
    if (role !== RuledRole.STREET_LEADER && role !== RuledRole.CENTER_HEAD) {
      return [];
    }
    const who = RULED_ROLE_LABELS[role];
    return [
      violationOf(
        definition,
        {
          zh: `${who.zh}不得自行${HANDOVER_ACT_LABELS[act].zh}。${WAY_OUT[act].zh}。`,
          en: `${who.en} may not ${HANDOVER_ACT_LABELS[act].en} on their own authority. ${WAY_OUT[act].en}.`,
        },
        'role',
      ),
    ];
  },
};
