import { ConfigurationError, readVariables, type Environment } from '@mtg/service-kit';
import { identityVariables } from './config';
import { readIssuerConfig } from './development/config';

const read = (environment: Environment) => readVariables(identityVariables, environment);
const ISSUER = 'https://sso.example.cn/realms/mentougou';

it('needs the issuer and nothing else', () => {
  expect(read({ OIDC_ISSUER: ISSUER })).toEqual({
    OIDC_ISSUER: ISSUER,
    OIDC_AUDIENCE: 'mentougou',
    JWKS_URL: undefined,
    OIDC_CLOCK_SKEW_SECONDS: 30,
  });
  expect(() => read({})).toThrow(ConfigurationError);
  expect(() => read({})).toThrow('OIDC_ISSUER: 缺少 · missing');
  expect(() => read({ OIDC_ISSUER: ' ' })).toThrow('OIDC_ISSUER');
});

it.each([
  'https://sso.example.cn',
  'http://localhost:8080/realms/x',
  'http://127.0.0.1:4020',
  'http://[::1]:4020',
  'http://[fd00::7]',
  'http://10.1.2.3',
  'http://172.31.0.1',
  'http://192.168.1.1',
  'http://keycloak:8080',
  'http://sso.platform.svc.local',
  'http://identity.mentougou.localhost',
])('takes %s', (JWKS_URL) => {
  expect(read({ OIDC_ISSUER: ISSUER, JWKS_URL }).JWKS_URL).toBe(JWKS_URL);
});

it.each([
  'http://sso.example.cn',
  'http://172.32.0.1',
  'http://11.0.0.1',
  'http://[2001:db8::1]',
  'http://localhost.example.cn',
  'ftp://localhost',
  'file:///etc/keys',
  'sso.example.cn',
])('does not take %s', (address) => {
  expect(() => read({ OIDC_ISSUER: ISSUER, JWKS_URL: address })).toThrow('JWKS_URL: 不正确');
  expect(() => read({ OIDC_ISSUER: address })).toThrow('OIDC_ISSUER: 不正确');
});

it('bounds the clock skew', () => {
  expect(read({ OIDC_ISSUER: ISSUER, OIDC_CLOCK_SKEW_SECONDS: '0' }).OIDC_CLOCK_SKEW_SECONDS).toBe(0);
  expect(() => read({ OIDC_ISSUER: ISSUER, OIDC_CLOCK_SKEW_SECONDS: '301' })).toThrow('300');
});

describe('the development issuer', () => {
  const environment = { OIDC_ISSUER: 'http://localhost', MTG_DATA_DIR: '/data' };

  it('is told its name and its directory', () => {
    expect(readIssuerConfig(environment)).toMatchObject({ ...environment, PORT: 4020, HOST: '127.0.0.1' });
    expect(() => readIssuerConfig({})).toThrow(/OIDC_ISSUER.*\n.*MTG_DATA_DIR/);
  });

  it('does not run in production', () => {
    expect(() => readIssuerConfig({ ...environment, NODE_ENV: 'production' })).toThrow(ConfigurationError);
  });
});
