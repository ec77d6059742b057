import { MARK } from '@mtg/governance';
import type { ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import { codeProblems } from '../imports/code-problems';
import { Department } from './department';

/** A file of departments: `code,name`. */
export const departmentImport: ImportDefinition<Department> = {
  name: 'importDepartments',
  entity: Department,
  key: 'code',
  namesDiffer: { name: 'name' },
  columns: [
    { name: 'code', title: { zh: '编码', en: 'code' }, also: ['代码', '部门编码', '部门代码'], kind: MARK },
    { name: 'name', title: { zh: '名称', en: 'name' }, also: ['部门', '部门名称'], kind: MARK },
  ],
  toRow: ({ line, values }, fileName) => {
    const { code = '', name = '' } = values;
    const problems: LineProblem[] = codeProblems(line, code);
    if (name === '') problems.push({ line, column: 'name', reason: '部门名称为空 · the name is empty' });
    return problems.length > 0 ? problems : { code, name, citation: `import:${fileName}:${line}` };
  },
};
