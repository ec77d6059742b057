import { FEDERATED } from '@mtg/subgraphs';
import type { ComposeFile, ComposeService } from './compose-types';
import { same, variable, type Requirement } from './requirement';

const urlVariable = (name: string): string => `SUBGRAPH_${name.toUpperCase().replaceAll('-', '_')}_URL`;

/** Infinite where Node chooses for itself. */
const heapMegabytes = (service: ComposeService): number =>
  Number(/--max-old-space-size=(\d+)/.exec(variable(service, 'NODE_OPTIONS'))?.[1] ?? Infinity);

const megabytes = (limit = ''): number => {
  const [, amount, unit] = /^(\d+)([mg])$/.exec(limit) ?? [];
  return Number(amount ?? 0) * (unit === 'g' ? 1024 : 1);
};

export const GATEWAY: readonly Requirement<{ readonly compose: ComposeFile }>[] = [
  { sentence: "builds the image from the project's one Dockerfile", holds: ({ build }) => build === '.' },
  {
    sentence: 'has a heap that leaves a fifth of its memory to the rest of Node',
    holds: (service) => heapMegabytes(service) <= 0.8 * megabytes(service.mem_limit),
  },
  {
    sentence: 'runs the gateway',
    holds: ({ command }) => command?.join(' ') === 'node gateway/dist/main.js',
  },
  {
    sentence: 'publishes its port, by default 4000',
    holds: (service) => same(service.ports, ['4000:4000']) && variable(service, 'PORT') === '4000',
  },
  { sentence: 'starts whatever else is down', holds: ({ depends_on }) => !depends_on },
  { sentence: 'holds no secret', holds: ({ secrets }) => !secrets },
  {
    sentence: 'is on a network that a published port needs',
    holds: ({ networks }, { compose }) =>
      networks?.some((network) => compose.networks[network]?.internal !== true) === true,
  },
  ...FEDERATED.flatMap(({ name, port }): Requirement<{ readonly compose: ComposeFile }>[] => [
    {
      sentence: `knows the address of ${name}`,
      holds: (service) => variable(service, urlVariable(name)) === `http://${name}:${port}/graphql`,
    },
    {
      sentence: `shares a network with ${name}`,
      holds: ({ networks }, { compose }) =>
        compose.services[name]?.networks?.some((network) => networks?.includes(network)) === true,
    },
  ]),
];
