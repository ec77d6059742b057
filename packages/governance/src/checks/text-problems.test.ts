import { MARK, problemsOfText } from './text-problems';

const sentences = (given: string): readonly string[] => problemsOfText(MARK, given).map(({ en }) => en);

test.each(['+A1', '-A1', '-1+1', '@x', '＋A1', '+$B$2', '-2*A1', '+A1:B2', '- 1 + 1', '@Sheet.name', '+1-1'])(
  '%s is a formula',
  (given) => {
    expect(sentences(given)).toEqual([expect.stringContaining('formula')]);
  },
);

test.each(['-5', '+1', '-1.5%', '+86-10-69820000', '-5℃', '+1 服务', '- one item', '-', '@张三', 'A+1'])(
  '%s is none',
  (given) => {
    expect(sentences(given)).toEqual([]);
  },
);
