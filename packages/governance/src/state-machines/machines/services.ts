import { defineMachine, statesOf, statesThatAre, type StateOf } from '../state-machine';

/** A service that is procured from a social organization (R30). */
export const serviceProjectMachine = defineMachine({
  name: 'serviceProject',
  title: { zh: '购买服务项目', en: 'service project' },
  states: {
    IN_PROGRESS: { label: { zh: '实施中', en: 'in progress' }, open: true },
    ACCEPTED: { label: { zh: '已验收', en: 'accepted' } },
    EVALUATED: { label: { zh: '社区已评价', en: 'evaluated by the community' }, terminal: true },
    TERMINATED: { label: { zh: '已终止', en: 'terminated' }, terminal: true, fruitless: true },
  },
  creation: { commands: ['startServiceProject'], to: 'IN_PROGRESS', authority: 'CENTER' },
  transitions: [
    { command: 'reachMilestone', from: ['IN_PROGRESS'], to: 'IN_PROGRESS', authority: 'CENTER' },
    { command: 'acceptServiceProject', from: ['IN_PROGRESS'], to: 'ACCEPTED', authority: 'CENTER' },
    { command: 'evaluateServiceProject', from: ['ACCEPTED'], to: 'EVALUATED', authority: 'COMMUNITY' },
    {
      command: 'terminateServiceProject',
      from: ['IN_PROGRESS'],
      to: 'TERMINATED',
      authority: 'CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '原文没有规定评价的指标和分数，社区的评价是文字。',
      en: 'The study names no criteria or scores, so a community evaluates in words.',
    },
    {
      zh: '验收之后，验收之日及以前完成的节点仍可补录。',
      en: 'After the acceptance, milestones that were reached by its day can still be recorded.',
    },
  ],
});

export const ServiceProjectState = statesOf(serviceProjectMachine);
export type ServiceProjectState = StateOf<typeof serviceProjectMachine>;

/** States of a project that is still carried out. */
export const OPEN_SERVICE_PROJECT_STATES: readonly ServiceProjectState[] = statesThatAre(
  'open',
  serviceProjectMachine,
);

/** A need for services to be procured, as a center puts it to its street, and the street to the district (R29). */
export const needProposalMachine = defineMachine({
  name: 'needProposal',
  title: { zh: '购买服务需求建议', en: 'proposal of a need' },
  states: {
    PROPOSED: { label: { zh: '已向街道提出', en: 'put to the street' }, open: true },
    FORWARDED: { label: { zh: '已报区', en: 'put to the district' }, terminal: true },
    DECLINED: { label: { zh: '街道未采纳', en: 'declined by the street' }, terminal: true, fruitless: true },
  },
  creation: { commands: ['proposeNeed'], to: 'PROPOSED', authority: 'CENTER' },
  transitions: [
    { command: 'forwardNeed', from: ['PROPOSED'], to: 'FORWARDED', authority: 'STREET' },
    {
      command: 'declineNeed',
      from: ['PROPOSED'],
      to: 'DECLINED',
      authority: 'STREET',
      reasonRequired: true,
    },
  ],
});

export const NeedProposalState = statesOf(needProposalMachine);
export type NeedProposalState = StateOf<typeof needProposalMachine>;
