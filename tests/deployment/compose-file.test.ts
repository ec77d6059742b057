import { readFileSync } from 'node:fs';
import { COMPOSE_FILE, parseCompose, REQUIRED, violations } from './support/compose-file';

const TEXT = readFileSync(COMPOSE_FILE, 'utf8');
const broken = (pattern: RegExp, replacement: string): string => {
  const text = TEXT.replace(pattern, replacement);
  expect(text).not.toBe(TEXT);
  return text;
};

describe('docker-compose.yml, by the schema of the Compose Specification', () => {
  it('is valid', () => {
    expect(violations(parseCompose(TEXT))).toEqual([]);
  });

  it.each([
    [
      'a key that no service has',
      /^ {4}networks: \[federation, door\]/m,
      '    network: [door]',
      /services\/gateway/,
    ],
    [
      'a port that is a mapping in a text',
      /ports: \[.*\]/,
      'ports: { "4000": 4000 }',
      /gateway\/ports must be array/,
    ],
    ['a misspelt condition', /condition: service_healthy/, 'condition: healthy', /dayu\/depends_on/],
    [
      'a secret without a source that is a text',
      /\{ file: \.\/secrets\/dayu/,
      '{ file: [x], y: ./secrets/dayu',
      /secrets\/dayu/,
    ],
    ['a section that does not exist', /^volumes:/m, 'disks:', /additional properties/],
  ])('is not valid with %s', (_what, pattern, replacement, complaint) => {
    expect(violations(parseCompose(broken(pattern, replacement))).join('\n')).toMatch(complaint);
  });

  it('takes the version of one street, of all, and the published port from the environment', () => {
    const images = (variables: Record<string, string>) =>
      parseCompose(TEXT, { ...REQUIRED, ...variables }) as {
        services: Record<string, { image: string; ports?: string[] }>;
      };
    const { services } = images({ DAYU_VERSION: '2', VERSION: '1', PORT: '127.0.0.1:8080' });
    expect(services['dayu']?.image).toBe('mentougou:2');
    expect(services['datai']?.image).toBe('mentougou:1');
    expect(services['gateway']?.ports).toEqual(['127.0.0.1:8080:4000']);
    expect(images({}).services['dayu']?.image).toBe('mentougou:latest');
  });

  it('is not run without the issuer of the tokens that are believed', () => {
    expect(() => parseCompose(TEXT, {})).toThrow(/OIDC_ISSUER is missing a value: .*deployment\.md/);
  });
});
