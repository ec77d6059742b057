import { defineReadable, field } from '@mtg/commands';
import { DelegationKind, DelegationState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Delegation } from './delegation';
import { DelegationGuidance } from './delegation-guidance';

/** Delegations as they are read: a department reads its own. */
export const delegations = defineReadable({
  entity: Delegation,
  name: 'Delegation',
  one: 'delegation',
  many: 'delegations',
  description: zhEn('委托事项', 'What departments delegate to the street'),
  group: 'DELEGATION',
  scopes: { DEPARTMENT: (row, value) => `${row}.departmentCode = ${value}` },
  filters: {
    state: field.choice(DelegationState, zhEn('状态', 'State')),
    kind: field.choice(DelegationKind, zhEn('种类', 'Kind')),
    departmentCode: field.code(zhEn('委托部门代码', 'Code of the department')),
  },
});

/** Guidance is read where its delegation is. */
export const delegationGuidance = defineReadable({
  entity: DelegationGuidance,
  name: 'DelegationGuidance',
  one: 'guidanceOfDelegation',
  many: 'guidanceOfDelegations',
  description: zhEn('指导性意见', 'Guidance to centers and communities on a delegation'),
  group: 'DELEGATION',
  scopes: {
    DEPARTMENT: (row, value) =>
      `${row}.delegationId IN (SELECT id FROM delegation WHERE department_code = ${value})`,
  },
});
