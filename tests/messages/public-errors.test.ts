import { readSource, sources } from '../support/sources';

test('errors for clients are made by refuse, but for the three that programs tell apart (ADR 16)', () => {
  const names = sources.flatMap((file) =>
    [...readSource(file).matchAll(/class (\w+) extends PublicError\b/g)].map(([, name]) => name),
  );
  expect(names.toSorted()).toEqual(['IdentityUnavailable', 'OverloadedError', 'Refusal', 'TokenRefused']);
});
