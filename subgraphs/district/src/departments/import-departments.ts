import type { ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import { codeProblems } from '../imports/code-problems';
import { Department } from './department';

/** A file of departments: `code,name`. */
export const departmentImport: ImportDefinition<Department> = {
  entity: Department,
  key: 'code',
  columns: ['code', 'name'],
  toRow: ({ line, values }, fileName) => {
    const { code = '', name = '' } = values;
    const problems: LineProblem[] = codeProblems(line, code);
    if (name === '') problems.push({ line, column: 'name', reason: '部门名称为空 · the name is empty' });
    return problems.length > 0 ? problems : { code, name, citation: `import:${fileName}:${line}` };
  },
};
