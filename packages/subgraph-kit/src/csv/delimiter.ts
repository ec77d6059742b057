const DELIMITERS = [',', ';', '\t'] as const;

/** Line that Excel writes above the header to state the delimiter. Programs append empty values to it. */
const SEP_LINE = /^\s*"?sep=(.)"?(?:\1|[,;]|[^\S\n])*(?=\n|$)/i;

/**
 * Separator of the values of a file: what its `sep=` line says, or else what its header has most of.
 *
 * @param text with `\n` for every line end
 * @returns the text without that line, which leaves an empty one so that lines are counted as they stand
 */
export function findDelimiter(text: string): { readonly delimiter: string; readonly text: string } {
  const [said, delimiter] = SEP_LINE.exec(text) ?? [];
  if (said !== undefined && delimiter !== undefined) {
    return { delimiter, text: said.replace(/[^\n]/g, '') + text.slice(said.length) };
  }
  const header = /^[^\S\t]*([^\n]*\S[^\n]*)/m.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? '';
  const counted = DELIMITERS.map((each) => ({ each, count: header.split(each).length }));
  return { delimiter: counted.reduce((most, one) => (one.count > most.count ? one : most)).each, text };
}
