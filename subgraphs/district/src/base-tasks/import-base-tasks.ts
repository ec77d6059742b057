import { CENTER_TYPES, centerTypeNamed, checkBaseTaskCount, LINE, MARK } from '@mtg/governance';
import type { ImportColumn, ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { codeProblems } from '../imports/code-problems';
import { BaseTask } from './base-task';

const COLUMNS: readonly ImportColumn[] = [
  { name: 'code', title: { zh: '编码', en: 'code' }, also: ['代码', '任务编码', '任务代码'], kind: MARK },
  {
    name: 'center',
    title: { zh: '中心', en: 'center' },
    also: ['承担中心', '中心类型', '中心编号', '中心名称'],
    kind: LINE,
    property: 'centerType',
  },
  { name: 'name', title: { zh: '名称', en: 'name' }, also: ['任务', '任务名称', '基础任务'], kind: MARK },
];

/** A file of base tasks: `code,center,name`. Together with those stored, there may not be more than 32. */
export const baseTaskImport: ImportDefinition<BaseTask> = {
  name: 'importBaseTasks',
  entity: BaseTask,
  key: 'code',
  namesDiffer: { name: 'name', within: 'centerType' },
  columns: COLUMNS,
  toRow: ({ line, values }, fileName) => {
    const { code = '', center = '', name = '' } = values;
    const problems: LineProblem[] = codeProblems(line, code);
    const centerType = centerTypeNamed(center);
    if (name === '') problems.push({ line, column: 'name', reason: '任务名称为空 · the name is empty' });
    if (centerType === undefined) {
      const known = CENTER_TYPES.map(({ number, type, name: { zh } }) => `${number}=${type}=${zh}`).join(
        ', ',
      );
      problems.push({
        line,
        column: 'center',
        reason: `“${center}”不是七个中心之一 · not one of the seven: ${known}`,
      });
      return problems;
    }
    return problems.length > 0
      ? problems
      : { code, centerType, name, citation: `import:${fileName}:${line}` };
  },
  checkAll: async (manager, rows) => {
    const stored = await manager.find(BaseTask, { where: { deletedAt: IsNull() }, select: { code: true } });
    const codes = new Set(stored.map(({ code }) => code));
    const problems: LineProblem[] = [];
    for (const { line, row } of rows) {
      codes.add(row.code);
      const refusal = checkBaseTaskCount(codes.size);
      if (refusal)
        problems.push({ line, column: 'code', reason: `${refusal.message.zh} · ${refusal.message.en}` });
    }
    return problems;
  },
};
