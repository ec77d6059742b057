import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { ordersOfDepartment } from '../scopes';
import { Project } from './project';

/** Projects as they are read; a department reads those in which its own delegations are carried out. */
export const projects = defineReadable({
  entity: Project,
  name: 'Project',
  one: 'project',
  many: 'projects',
  description: zhEn('项目', 'Projects of the street, with their charters'),
  group: 'DISPATCH',
  scopes: {
    DEPARTMENT: (row, value) => `${row}.id IN (${ordersOfDepartment('project_id', value)})`,
  },
  filters: { year: field.whole(zhEn('立项年份', 'Year of the number'), 2000, 2999) },
});
