import { street } from '@mtg/subgraphs';
import { readCommunities } from './communities';
import { streetFolder } from './folder';

const WANGPING = street('wangping', '王平镇', '110109005', 4005);
const DAYU = street('dayu', '大峪街道', '110109001', 4001);
const read = (...lines: readonly string[]) => readCommunities(Buffer.from(lines.join('\n')), WANGPING);
const HEADER = 'code,name,street_code';

test('a list becomes the file of the folder', () => {
  const found = read(
    HEADER,
    '110109005001,河北社区居委会,110109005',
    '110109005201,"韭园,村村委会",110109005',
  );
  const communities = 'communities' in found ? found.communities : [];
  const files = new Map(
    streetFolder(
      { listing: WANGPING, english: 'Wangping Town' },
      DAYU,
      () => '{"name":"@mtg/subgraph-dayu"}',
      communities,
    ),
  );
  expect(files.get('data/communities.csv')).toBe(
    'code,name,street_code,street_name\n110109005001,河北社区居委会,110109005,王平镇\n110109005201,"韭园,村村委会",110109005,王平镇\n',
  );
  expect(JSON.parse(files.get('package.json') ?? '')).toEqual({
    name: '@mtg/subgraph-wangping',
    description: expect.stringContaining('Wangping Town'),
  });
});

test('a header alone is a list of none', () => {
  expect(read(HEADER)).toEqual({ communities: [] });
});

test.each<[string, readonly string[], RegExp]>([
  ['another street’s community', [HEADER, '110109001001,甲居委会,110109005'], /line 2, code: .*110109001/],
  ['another street', [HEADER, '110109005001,甲居委会,110109001'], /line 2, street_code: /],
  ['a name that is empty', [HEADER, '110109005001,,110109005'], /line 2, name: /],
  [
    'a code twice',
    [HEADER, '110109005001,甲,110109005', '110109005001,乙,110109005'],
    /110109005001 .*duplicates line 2/,
  ],
  ['a missing column', ['code,name'], /street_code/],
])('%s is refused', (_what, lines, sentence) => {
  expect(read(...lines)).toEqual({ problems: [expect.stringMatching(sentence)] });
});
