import type { LineProblem } from '@mtg/subgraph-kit';

const CODE = /^[A-Z][A-Z0-9_-]{0,63}$/;

/** Codes are for people and URLs alike: capital letters, digits, `_` and `-`. */
export const codeProblems = (line: number, code: string): LineProblem[] =>
  CODE.test(code)
    ? []
    : [
        {
          line,
          column: 'code',
          reason: `“${code}”须以大写字母开头，由大写字母、数字、_、- 组成，最多64位 · must begin with a capital letter and hold capitals, digits, _ and - only, 64 at most`,
        },
      ];
