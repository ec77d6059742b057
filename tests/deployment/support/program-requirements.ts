import type { Image } from './dockerfile';
import { same, variable, type Requirement } from './requirement';

export const EVERY_SERVICE: readonly Requirement<unknown>[] = [
  { sentence: 'restarts unless stopped', holds: ({ restart }) => restart === 'unless-stopped' },
  { sentence: 'has a health check', holds: ({ healthcheck }) => (healthcheck?.test?.length ?? 0) > 1 },
  { sentence: 'has a read-only root file system', holds: (service) => service.read_only === true },
  {
    sentence: 'has no capability',
    holds: ({ cap_drop, cap_add, privileged }) => same(cap_drop, ['ALL']) && !cap_add && !privileged,
  },
  {
    sentence: 'cannot gain privileges',
    holds: ({ security_opt }) => security_opt?.includes('no-new-privileges:true') === true,
  },
  {
    sentence: 'keeps passwords out of its environment',
    holds: ({ environment }) =>
      Object.entries(environment ?? {}).every(
        ([name, value]) => !name.endsWith('PASSWORD') && !/:\/\/[^/@]*:[^/@]*@/.test(String(value)),
      ),
  },
];

export const PROGRAM: readonly Requirement<{ readonly image: Image }>[] = [
  {
    sentence: "runs the project's one image, which is in no registry",
    holds: ({ image, pull_policy }) => image === 'mentougou:latest' && pull_policy === 'never',
  },
  {
    sentence: 'runs as a user that is not root',
    holds: ({ user }, { image }) => !/^(0|root)?(:|$)/.test(user ?? image.user ?? ''),
  },
  { sentence: 'has an init process', holds: ({ init }) => init === true },
  {
    sentence: 'listens on all addresses of its container',
    holds: (service) => variable(service, 'HOST') === '0.0.0.0',
  },
  {
    sentence: "is checked by the image's own health check",
    holds: ({ healthcheck }, { image }) =>
      JSON.stringify(healthcheck?.test) === JSON.stringify(image.healthcheck),
  },
];
