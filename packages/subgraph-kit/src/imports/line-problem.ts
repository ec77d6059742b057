/** Problem of one line, in words for the person who maintains the file. */
export interface LineProblem {
  /** Line number in the file; the header is line 1. */
  readonly line: number;
  readonly column: string;
  /** Chinese first, then English; says what would be right. */
  readonly reason: string;
}

/** Thrown when any line is wrong; nothing was written then. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly problems: readonly LineProblem[]) {
    super(
      `导入未通过检查，未写入任何数据 · The import was refused. Nothing was written (problems: ${problems.length})`,
    );
  }
}

/** @throws ImportRefused with the problems in the order of the file, when there are any */
export function refuse(problems: readonly LineProblem[]): void {
  if (problems.length > 0) throw new ImportRefused([...problems].sort((a, b) => a.line - b.line));
}
