import { CENTER_TYPES, CenterType, checkBaseTaskCount, isCenterType } from '@mtg/governance';
import type { ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { codeProblems } from '../imports/code-problems';
import { BaseTask } from './base-task';

/** A center as files name it: its type, or its number from 1 to 7. */
const centerTypeOf = (text: string): CenterType | undefined =>
  isCenterType(text) ? text : CENTER_TYPES.find(({ number }) => String(number) === text)?.type;

/** A file of base tasks: `code,center,name`. Together with those stored, there may not be more than 32. */
export const baseTaskImport: ImportDefinition<BaseTask> = {
  entity: BaseTask,
  key: 'code',
  columns: ['code', 'center', 'name'],
  toRow: ({ line, values }, fileName) => {
    const { code = '', center = '', name = '' } = values;
    const problems: LineProblem[] = codeProblems(line, code);
    const centerType = centerTypeOf(center);
    if (name === '') problems.push({ line, column: 'name', reason: '任务名称为空 · the name is empty' });
    if (centerType === undefined) {
      const known = CENTER_TYPES.map(({ number, type }) => `${number}=${type}`).join(', ');
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
