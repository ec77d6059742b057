import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { findingOn, unless } from '../checks/unless';
import { delegationMachine } from '../state-machines/machines/delegation';
import { nextState } from '../state-machines/next-state';
import { centerName } from '../vocabulary/center-type';

/** A step that a delegation is about to take. */
export interface DelegationStep {
  readonly state: string;
  readonly command: string;
  /** Input of the transition `deployDelegation`: the deployment of the work. */
  readonly deployment?: Maybe<string>;
  /** Further input: guidance for centers and communities. */
  readonly guidance?: readonly { readonly addressee: string; readonly text: string }[];
  /** Input that cites the delegation, where another command takes the step: that of a work order. */
  readonly citedBy?: string;
}

/** An order, or a part of one, of a delegation, about to go to a center. */
export interface GuidedDispatch {
  /** Codes of the centers that got guidance. */
  readonly guided: readonly string[];
  readonly centerCode: Maybe<string>;
}

/** Work of a delegation, about to go to communities. */
export interface GuidedAssignment {
  /** Codes of the communities that got guidance. */
  readonly guidedCommunities: readonly string[];
  /** The communities that the work goes to. */
  readonly communities: readonly { readonly code: string; readonly name: string }[];
  /** Path of the input that names them. */
  readonly field: string;
}

const definition: Rule = {
  code: 'R10',
  name: { zh: '委托准入流程', en: 'Admission of delegations' },
  sentence:
    '对于职能部门的委托事项,街道主要领导、各中心负责人不得自行接受,更不能随意向各服务中心和社区摊派任务,需经街道工委研究通过,做出工作部署并提出对相应服务中心和社区的指导性意见,由街道事务综合服务中心向相关中心派单。',
  lines: [116],
  english:
    'As to matters delegated by functional departments, the principal leaders of the street and the heads of the centers may not accept them on their own, still less apportion tasks at will to the service centers and communities; they must be considered and passed by the Street Party Working Committee, which deploys the work and gives guiding opinions to the service centers and communities concerned, and the Street General Affairs Service Center dispatches work orders to the centers concerned.',
  kinds: ['STATE_MACHINE'],
  invariant: {
    zh: '委托事项依次经过：提交→听取街道意见→街道工委研究通过→部署并提出指导性意见→综合管理中心派单；不得跳步，退回、退还和撤回为终态。派单和协办单只派给得到指导性意见的中心，由此而来的任务只安排给得到指导性意见的社区。',
    en: 'A delegation passes through these steps: submission, street opinion, approval by the Street Party Working Committee, deployment with guidance, dispatch by the General Affairs Management Center. No step can be skipped. Rejection, sending back and withdrawal are final. Orders and sub-orders go only to centers that got guidance, and tasks that follow from them only to communities that did.',
  },
  note: {
    zh: '原文此处作“街道事务综合服务中心”，与“街道事务综合管理中心”是同一个中心，前者作为别名。',
    en: 'The study says “General Affairs Service Center” here. This is the same center as the “General Affairs Management Center”; the name is kept as an alias.',
  },
};

/** R10 委托准入流程: the admission of a delegation, step by step (state machine; seed:116). */
export const r10: EnforcedRule<DelegationStep | GuidedDispatch | GuidedAssignment> = {
  ...definition,
  check: (facts) => {
    if ('guidedCommunities' in facts) return checkCommunities(facts);
    if ('guided' in facts) return checkGuided(facts);
    const { state, command, deployment, guidance = [], citedBy = 'state' } = facts;
    const { refusal } = nextState(delegationMachine, state, command);
    // The machine, not the rule, decides which of several states a step leads to.
    const skipped = refusal && refusal.reason !== 'TARGET_UNDECIDED' ? refusal.message : undefined;
    return [
      ...findingOn(skipped, (message) => violationOf(definition, message, citedBy)),
      ...(command === 'deployDelegation' ? checkDeployment(deployment) : []),
      ...(command === 'deployDelegation' || command === 'guideDelegation' ? checkGuidance(guidance) : []),
    ];
  },
};

function checkGuided({ guided, centerCode }: GuidedDispatch): readonly RuleViolation[] {
  if (isBlank(centerCode) || guided.includes(centerCode ?? '')) return [];
  const { zh, en } = centerName(centerCode ?? '');
  return [
    violationOf(
      definition,
      {
        zh: `委托事项没有对${zh}的指导性意见。请先由街道工委补充（guideDelegation），或派给已有指导性意见的中心。`,
        en: `The ${en} got no guidance on the delegation. Add it first, for the Street Party Working Committee (guideDelegation), or choose a center that got guidance.`,
      },
      'centerCode',
    ),
  ];
}

function checkCommunities({
  guidedCommunities,
  communities,
  field,
}: GuidedAssignment): readonly RuleViolation[] {
  const unguided = communities.filter(({ code }) => !guidedCommunities.includes(code));
  const names = unguided.map(({ name }) => name).join('、');
  return unless(unguided.length === 0, () =>
    violationOf(
      definition,
      {
        zh: `委托事项没有对${names}的指导性意见。请先由街道工委补充（guideDelegation），或只安排给已有指导性意见的社区。`,
        en: `These communities got no guidance on the delegation: ${names}. Add it first, for the Street Party Working Committee (guideDelegation), or choose communities that got guidance.`,
      },
      field,
    ),
  );
}

const checkDeployment = (deployment: DelegationStep['deployment']): readonly RuleViolation[] =>
  unless(!isBlank(deployment), () =>
    violationOf(
      definition,
      {
        zh: '没有工作部署。请填写部署的内容。',
        en: 'The deployment of the work is missing. Describe it.',
      },
      'deployment',
    ),
  );

const checkGuidance = (guidance: NonNullable<DelegationStep['guidance']>): readonly RuleViolation[] =>
  unless(
    guidance.some(({ addressee, text }) => !isBlank(addressee) && !isBlank(text)),
    () =>
      violationOf(
        definition,
        {
          zh: '没有对相应服务中心和社区的指导性意见。请至少向一个中心或社区提出指导性意见。',
          en: 'Guidance is missing. Give guidance to at least one center or community concerned.',
        },
        'guidance',
      ),
  );
