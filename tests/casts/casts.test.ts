import { readSource, sources } from '../support/sources';

/** Casts that the compiler checks nothing of. */
const UNCHECKED = /\bas (?:never|unknown as)\b(?=.*[;,()\]}]|$)/;

/** How many lines above a cast its comment may end: a statement may begin there. */
const ABOVE = 2;

/** Lines of a file that cast without a comment on them or right above. */
function silentCasts(file: string): readonly string[] {
  const lines = readSource(file).split('\n');
  return lines.flatMap((line, index) => {
    if (!UNCHECKED.test(line) || /^\s*(\/\/|\*|\/\*)/.test(line)) return [];
    const near = lines.slice(Math.max(0, index - ABOVE), index + 1);
    return near.some((each) => /\/\/|\*\//.test(each)) ? [] : [`${file}:${index + 1}: ${line.trim()}`];
  });
}

test('a cast that the compiler does not check has a comment that names the invariant', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.flatMap(silentCasts)).toEqual([]);
});
