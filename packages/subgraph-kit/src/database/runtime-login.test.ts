import { ConfigurationError } from '@mtg/service-kit';
import { runtimeLogin } from './runtime-login';

test.each([
  ['postgres://dayu_runtime:s%40crt@db/dayu', undefined, { role: 'dayu_runtime', password: 's@crt' }],
  ['postgres://dayu_runtime:old@db/dayu', 'p@ss:w/ %', { role: 'dayu_runtime', password: 'p@ss:w/ %' }],
  ['postgres://%E8%BF%90%E8%A1%8C@db/dayu', undefined, { role: '运行', password: undefined }],
])('%s with the password %s', (url, password, login) => {
  expect(runtimeLogin(url, password)).toEqual(login);
});

test('a URL without a user name is refused', () => {
  expect(() => runtimeLogin('postgres://db/dayu', 'x')).toThrow(ConfigurationError);
});
