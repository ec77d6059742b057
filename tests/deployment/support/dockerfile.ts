import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './compose-file';

/** Settings of the image for every container: the instructions of the Dockerfile's last stage. */
export interface Image {
  readonly user: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: readonly string[];
}

/** Every instruction on one line, without comments. */
const instructions = (text: string): string[] =>
  text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');

export function readImage(): Image {
  const all = instructions(readFileSync(join(PROJECT, 'Dockerfile'), 'utf8'));
  const last = all.slice(all.findLastIndex((line) => line.startsWith('FROM ')));
  const argument = (name: string): string | undefined =>
    last.findLast((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
  const pairs = last
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => [...line.slice('ENV '.length).matchAll(/(\w+)=(\S+)/g)])
    .map(([, name = '', value = '']) => [name, value] as const);
  const check = argument('HEALTHCHECK') ?? '';
  const command: string[] = check.includes('CMD [')
    ? JSON.parse(check.slice(check.indexOf('CMD [') + 4))
    : [];
  return {
    user: argument('USER'),
    environment: Object.fromEntries(pairs),
    healthcheck: ['CMD', ...command],
  };
}

export const dockerfileText = (): string => readFileSync(join(PROJECT, 'Dockerfile'), 'utf8');
