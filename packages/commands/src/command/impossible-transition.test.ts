import { findRule } from '@mtg/governance';
import { createErrorMask, createLogger } from '@mtg/service-kit';
import { impossibleTransition } from './impossible-transition';

const refusal = { reason: 'NOT_ALLOWED_FROM_STATE', allowed: [] } as const;
const message = { zh: '已部署。', en: 'It is deployed.' };

/** As it leaves. */
function answered(rule?: 'R10') {
  const error = impossibleTransition({ ...refusal, message, ...(rule && { rule }) }, 3, 'DAYU');
  return createErrorMask(createLogger('test', 'silent'))(error.toJSON(), error);
}

it('names the rule that forbids it in both languages, and the version', () => {
  expect(answered('R10')).toEqual({
    message: 'R10：已部署。 · R10: It is deployed.',
    extensions: {
      code: 'RULE_VIOLATION',
      rule: 'R10',
      sentence: findRule('R10')?.sentence,
      missing: ['state'],
      currentVersion: 3,
      street: 'DAYU',
    },
  });
});

it('comes too late or too early where no rule says so', () => {
  expect(answered()).toEqual({
    message: '已部署。 · It is deployed.',
    extensions: { code: 'CONFLICT', currentVersion: 3, street: 'DAYU' },
  });
});
