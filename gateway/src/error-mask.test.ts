import { createLogger } from '@mtg/service-kit';
import { GraphQLError } from 'graphql';
import { createGatewayErrorMask } from './error-mask';
import { SubgraphError } from './subgraph/errors';

const mask = createGatewayErrorMask(createLogger('gateway', 'silent'));

it('replaces an error of the query planner', () => {
  const error = new Error('No plan: subgraph "dayu" at http://10.0.0.7:4001');
  const sent = mask({ message: error.message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }, error);
  expect(sent.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  expect(JSON.stringify(sent)).not.toContain('10.0.0.7');
});

it('drops what the gateway adds to an error of a subgraph', () => {
  const ours = new SubgraphError('没有 · none', ['streets', 1], { code: 'NOT_FOUND', street: 'DAYU' });
  const wrapped = new GraphQLError(ours.message, {
    originalError: ours,
    path: ['streets', '@', 0],
    extensions: { ...ours.extensions, serviceName: 'dayu' },
  });
  expect(mask({ message: '', path: ['streets', '@', 0], extensions: wrapped.extensions }, wrapped)).toEqual({
    message: '没有 · none',
    path: ['streets', 1],
    extensions: { code: 'NOT_FOUND', street: 'DAYU' },
  });
});
