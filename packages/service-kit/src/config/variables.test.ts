import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commonVariables, integerBetween } from './common-variables';
import { ConfigurationError } from './configuration-error';
import { describeVariables, readVariables, variable, type Environment } from './variables';

const VARIABLES = {
  ADDRESS: variable(z.url(), '地址 · address', 'http://example.test'),
  COUNT: variable(integerBetween(1, 9).default(3), '个数 · count', '5'),
  SECRET: variable(z.string().optional(), '口令 · secret', 'secret'),
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'mtg-variables-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: string): string => {
  const path = join(folder, `secret-${Math.random()}`);
  writeFileSync(path, content);
  return path;
};

const problemsOf = (environment: Environment): readonly string[] => {
  try {
    readVariables(VARIABLES, environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
};

test('reads values in the types of their schemas, and defaults where nothing is set', () => {
  expect(readVariables(VARIABLES, { ADDRESS: 'http://a.test', COUNT: '7', OTHER: 'x' })).toEqual({
    ADDRESS: 'http://a.test',
    COUNT: 7,
    SECRET: undefined,
  });
  expect(readVariables(VARIABLES, { ADDRESS: 'http://a.test' }).COUNT).toBe(3);
});

test('an empty value counts as not set', () => {
  expect(readVariables(VARIABLES, { ADDRESS: 'http://a.test', COUNT: '', SECRET: '' })).toEqual({
    ADDRESS: 'http://a.test',
    COUNT: 3,
    SECRET: undefined,
  });
  expect(problemsOf({ ADDRESS: '' })).toEqual([expect.stringContaining('ADDRESS: 缺少 · missing')]);
});

test('tells everything that is wrong at once, each with its name, description and an example', () => {
  const problems = problemsOf({ COUNT: 'many', SECRET_FILE: join(folder, 'not there') });
  expect(problems).toEqual([
    'ADDRESS: 缺少 · missing. 地址 · address. 例 · e.g. ADDRESS=http://example.test',
    'COUNT: 不正确 · not valid: 须为整数 · must be an integer. 个数 · count. 例 · e.g. COUNT=5',
    'SECRET: SECRET_FILE 指向的文件无法读取 · the file that SECRET_FILE names cannot be read. 口令 · secret. 例 · e.g. SECRET=secret',
  ]);
  expect(new ConfigurationError(problems).message.split('\n')).toHaveLength(4);
});

describe('NAME_FILE', () => {
  test('names a file with the value; the line end of an editor is not part of it', () => {
    const environment = { ADDRESS: 'http://a.test', SECRET_FILE: file('口令 s3cret\n') };
    expect(readVariables(VARIABLES, environment).SECRET).toBe('口令 s3cret');
  });

  test('is preferred to the value itself', () => {
    const environment = { ADDRESS: 'http://a.test', SECRET: 'old', SECRET_FILE: file('new') };
    expect(readVariables(VARIABLES, environment).SECRET).toBe('new');
  });

  test('an empty name counts as not set, and so does an empty file', () => {
    expect(readVariables(VARIABLES, { ADDRESS: 'http://a.test', SECRET_FILE: '' }).SECRET).toBeUndefined();
    expect(
      readVariables(VARIABLES, { ADDRESS: 'http://a.test', SECRET_FILE: file('\n') }).SECRET,
    ).toBeUndefined();
    expect(problemsOf({ ADDRESS_FILE: file('') })).toEqual([
      expect.stringContaining('ADDRESS: 缺少 · missing'),
    ]);
  });

  test('its content is not repeated in a problem', () => {
    expect(problemsOf({ ADDRESS_FILE: file('hunter2') }).join()).not.toContain('hunter2');
  });
});

test.each([
  ['4001', 4001],
  [' ', 4000],
  ['0', 0],
  ['65535', 65535],
  ['65536', '须不大于 65535 · must be at most 65535'],
  ['-1', '须不小于 0 · must be at least 0'],
  ['4001.5', '须为整数 · must be an integer'],
  ['http', '须为整数 · must be an integer'],
])('PORT=%j: %s', (PORT, expected) => {
  const read = () => readVariables(commonVariables(4000), { PORT }).PORT;
  if (typeof expected === 'number') expect(read()).toBe(expected);
  else expect(read).toThrow(expected);
});

test('the table for --help names each variable with its description and example', () => {
  const help = describeVariables(VARIABLES);
  for (const [name, { description, example }] of Object.entries(VARIABLES)) {
    expect(help).toContain(`  ${name}\n`);
    expect(help).toContain(description);
    expect(help).toContain(`${name}=${example}`);
  }
});
