/** Cells of a terminal that a text takes: a Chinese character takes two. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[\u1100-\u115F\u2E80-\uFFE6]/g)?.length ?? 0);

/** Lines of a table whose columns begin below each other. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
