import { DISTRICT, STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { checkRequest, type GivenStreet } from './request';

const EXISTING = {
  subgraphs: SUBGRAPHS,
  rootFields: ['streets', 'street'],
  parts: ['governance', 'docs'],
  hasFolder: () => false,
};
/** A street that there will never be. */
const CESHI: GivenStreet = { name: 'ceshi', title: '测试镇', divisionCode: '110109999' };

test('code and type follow from the name, the port from those of the others', () => {
  expect(checkRequest(CESHI, EXISTING)).toEqual({
    listing: {
      kind: 'street',
      name: 'ceshi',
      code: 'CESHI',
      typeName: 'CeshiStreet',
      title: '测试镇',
      divisionCode: '110109999',
      port: Math.max(...STREETS.map(({ port }) => port)) + 1,
    },
    english: 'Ceshi Town',
  });
});

test.each<[Partial<GivenStreet>, unknown]>([
  [{ title: '测试街道' }, { english: 'Ceshi Subdistrict' }],
  [{ title: '测试乡' }, { english: 'Ceshi Township' }],
  [{ english: 'Ceshi' }, { english: 'Ceshi' }],
  [{ port: '5005' }, { listing: expect.objectContaining({ port: 5005 }) }],
])('%j is taken', (given, expected) => {
  expect(checkRequest({ ...CESHI, ...given }, EXISTING)).toMatchObject(expected as object);
});

test('a port that another part has is passed over', () => {
  const next = Math.max(...STREETS.map(({ port }) => port)) + 1;
  const subgraphs = [...STREETS, { ...DISTRICT, port: next }];
  expect(checkRequest(CESHI, { ...EXISTING, subgraphs })).toMatchObject({ listing: { port: next + 1 } });
});

test.each<[Partial<GivenStreet>, RegExp]>([
  [{ name: 'Wangping' }, /lower-case letters or digits/],
  [{ name: 'wang-ping' }, /lower-case letters or digits/],
  [{ name: 'w' }, /2 to 30/],
  [{ name: '王平' }, /lower-case letters or digits/],
  [{ name: '__proto__' }, /lower-case letters or digits/],
  [{ name: 'dayu' }, /dayu is in subgraphs\/list\.ts already/],
  [{ name: 'district' }, /in subgraphs\/list\.ts already/],
  [{ name: 'gateway' }, /is in use/],
  [{ name: 'streets' }, /is in use/],
  [{ name: 'constructor' }, /is in use/],
  [{ name: 'class' }, /is in use/],
  [{ name: 'node' }, /is in use/],
  [{ name: 'governance' }, /is in use/],
  [{ title: 'Wangping' }, /must be a Chinese name/],
  [{ title: '测试' }, /ends in 街道, 地区, 镇, 乡/],
  [{ title: '测试镇\u202e' }, /must be a Chinese name/],
  [{ title: '大峪街道' }, /is used by dayu/],
  [{ title: '⼤峪街道' }, /is used by dayu/],
  [{ title: '⺠⺠镇' }, /must be a Chinese name.*e\.g\. 民民镇/],
  [{ divisionCode: '110108001' }, /must begin with 110109/],
  [{ divisionCode: '11010900' }, /not nine digits/],
  [{ divisionCode: '110109001' }, /is used by dayu/],
  [{ port: '4001' }, /port 4001 is in use/],
  [{ port: '4000' }, /port 4000 is in use/],
  [{ port: '4020' }, /port 4020 is in use/],
  [{ port: '80' }, /from 1024 to 65535/],
  [{ port: '4005x' }, /from 1024 to 65535/],
])('%j is refused with one sentence, in both languages', (given, sentence) => {
  expect(checkRequest({ ...CESHI, ...given }, EXISTING)).toEqual([
    expect.stringMatching(new RegExp(`\\p{Script=Han}.* · .*${sentence.source}`, 'u')),
  ]);
});

test('a folder that is there, and everything else that is wrong, are named together', () => {
  const existing = { ...EXISTING, hasFolder: () => true };
  expect(checkRequest({ ...CESHI, title: '测试', port: '1' }, existing)).toEqual([
    expect.stringContaining('subgraphs/ceshi exists'),
    expect.stringContaining('must be a Chinese name'),
    expect.stringContaining('--port'),
  ]);
});
