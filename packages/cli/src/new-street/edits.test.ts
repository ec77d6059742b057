import { street } from '@mtg/subgraphs';
import { addToCompose } from './compose-file';
import { likeness } from './likeness';
import { addToList } from './list-file';
import { addReference, addToLock } from './manifests';
import { PlaceMissing } from './place-missing';
import { preview } from './preview';

const DAYU = street('dayu', '大峪街道', '110109001', 4001);
const LAST = street('datai', '大台街道', '110109004', 4004);
const WANGPING = street('wangping', '王平镇', '110109005', 4005);

describe('likeness', () => {
  const like = likeness(DAYU, WANGPING);
  test.each([
    ['@mtg/subgraph-dayu', '@mtg/subgraph-wangping'],
    ['DayuStreet DAYU_VERSION dayu_db', 'WangpingStreet WANGPING_VERSION wangping_db'],
    ['大峪街道 110109001 PORT: 4001', '王平镇 110109005 PORT: 4005'],
    ['dayuan 14001 X110109001', 'dayuan 14001 X110109001'],
  ])('%s', (text, expected) => expect(like(text)).toBe(expected));
});

test('the list gets a line after its last', () => {
  const text =
    "const STREETS = [\n  street('datai', '大台街道', '110109004', 4004),\n];\nconst OTHER = [\n];\n";
  expect(addToList(text, WANGPING)).toBe(
    text.replace('4004),\n', "4004),\n  street('wangping', '王平镇', '110109005', 4005),\n"),
  );
  expect(() => addToList('export {};', WANGPING)).toThrow(PlaceMissing);
});

test('tsconfig.json gets a reference after the last street’s', () => {
  const text = JSON.stringify({
    files: [],
    references: [{ path: 'subgraphs/datai' }, { path: 'packages/cli' }],
  });
  expect(JSON.parse(addReference(text, 'subgraphs/wangping', 'subgraphs/datai'))).toEqual({
    files: [],
    references: [{ path: 'subgraphs/datai' }, { path: 'subgraphs/wangping' }, { path: 'packages/cli' }],
  });
  expect(() => addReference(text, 'subgraphs/wangping', 'subgraphs/none')).toThrow(/subgraphs\/none/);
});

test('the lock gets the link and the manifest, in npm’s order', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/@mtg/subgraph-dayu': { resolved: 'subgraphs/dayu', link: true },
      'node_modules/zod': {},
      'subgraphs/dayu': { name: '@mtg/subgraph-dayu' },
    },
  };
  const { packages } = JSON.parse(
    addToLock(JSON.stringify(lock), 'dayu', likeness(DAYU, WANGPING)),
  ) as typeof lock;
  expect(Object.entries(packages).map(([path, entry]) => [path, JSON.stringify(entry)])).toEqual([
    ['', '{}'],
    ['node_modules/@mtg/subgraph-dayu', '{"resolved":"subgraphs/dayu","link":true}'],
    ['node_modules/@mtg/subgraph-wangping', '{"resolved":"subgraphs/wangping","link":true}'],
    ['node_modules/zod', '{}'],
    ['subgraphs/dayu', '{"name":"@mtg/subgraph-dayu"}'],
    ['subgraphs/wangping', '{"name":"@mtg/subgraph-wangping"}'],
  ]);
});

describe('the compose file', () => {
  const text = `# The head stays.
services:
  # --- 大峪街道 ------------

  dayu-db:
    volumes: ['dayu-db:/data'] # as it is

  dayu:
    environment: { PORT: 4001 }

  # --- 大台街道 ------------

  datai-db:
    own: true

  datai:
    image: datai
    # its last line

  # --- 门头沟区 ------------

  district:
    environment:
      AUDIT_URLS: >-
        DAYU=http://dayu:4001/graphql,DATAI=http://datai:4004/graphql
  insight:
    environment:
      SOURCES: >-
        DAYU=postgres://dayu_warehouse@dayu-db:5432/dayu,DATAI=postgres://datai_warehouse@datai-db:5432/datai
      SOURCE_PASSWORD_DAYU_FILE: /e
      SOURCE_PASSWORD_DATAI_FILE: /f
    secrets:
      - dayu_db_warehouse_password
      - datai_db_warehouse_password
      - district_db_warehouse_password
    networks:
      - dayu-warehouse
      - datai-warehouse
      - district-warehouse
  gateway:
    environment:
      SUBGRAPH_DAYU_URL: http://dayu:4001/graphql
      SUBGRAPH_DATAI_URL: http://datai:4004/graphql
      SUBGRAPH_DISTRICT_URL: http://district:4010/graphql

# Why networks are so.
networks:
  dayu-db: {}
  dayu-warehouse: {}
  datai-db: {}
  datai-warehouse: {}

volumes:
  dayu-db: {}
  datai-db: {}
secrets:
  dayu_db_password: { file: ./a }
  dayu_db_warehouse_password: { file: ./b }
  datai_db_password: { file: ./c }
  datai_db_warehouse_password: { file: ./d }
`;
  const added = addToCompose(text, WANGPING, { model: DAYU, last: LAST });

  test('is the same to the letter, but for what is added after the last street', () => {
    expect(preview({ path: 'docker-compose.yml', before: text, after: added }).split('\n')).toEqual([
      'docker-compose.yml',
      '+   # --- 王平镇 --------------',
      '+ ',
      '+   wangping-db:',
      "+     volumes: ['wangping-db:/data'] # as it is",
      '+ ',
      '+   wangping:',
      '+     environment: { PORT: 4005 }',
      '+ ',
      '-         DAYU=http://dayu:4001/graphql,DATAI=http://datai:4004/graphql',
      '+         DAYU=http://dayu:4001/graphql,DATAI=http://datai:4004/graphql,WANGPING=http://wangping:4005/graphql',
      '-         DAYU=postgres://dayu_warehouse@dayu-db:5432/dayu,DATAI=postgres://datai_warehouse@datai-db:5432/datai',
      '+         DAYU=postgres://dayu_warehouse@dayu-db:5432/dayu,DATAI=postgres://datai_warehouse@datai-db:5432/datai,WANGPING=postgres://wangping_warehouse@wangping-db:5432/wangping',
      '+       SOURCE_PASSWORD_WANGPING_FILE: /e',
      '+       - wangping_db_warehouse_password',
      '+       - wangping-warehouse',
      '+       SUBGRAPH_WANGPING_URL: http://wangping:4005/graphql',
      '+   wangping-db: {}',
      '+   wangping-warehouse: {}',
      '+   wangping-db: {}',
      '+   wangping_db_password: { file: ./a }',
      '+   wangping_db_warehouse_password: { file: ./b }',
      '',
    ]);
    expect(added.indexOf('wangping-db:\n')).toBeGreaterThan(added.indexOf('# its last line'));
    expect(added.indexOf('wangping-db:\n')).toBeLessThan(added.indexOf('# --- 门头沟区'));
  });

  test.each([
    'dayu-db:',
    'SUBGRAPH_DATAI_URL',
    'datai_db_warehouse_password:',
    'DATAI=http',
    '- datai-warehouse',
  ])('without “%s” it is refused by name', (place) => {
    const without = text.replace(place, place.endsWith(':') ? 'x:' : 'x');
    expect(() => addToCompose(without, WANGPING, { model: DAYU, last: LAST })).toThrow(PlaceMissing);
  });

  test('that is no YAML is refused', () => {
    expect(() => addToCompose('a: [', WANGPING, { model: DAYU, last: LAST })).toThrow(/docker-compose\.yml/);
  });
});
