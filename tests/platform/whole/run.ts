import { execFile } from 'node:child_process';
import { ROOT } from '../../support/project';

/** How a program ended: its exit code and what it wrote. */
export interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the project's folder, with what a fresh shell would give besides the variables. */
export function run(
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  // oxlint-disable-next-line node/no-process-env
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    execFile(
      program,
      [...args],
      { cwd: ROOT, env: { PATH, HOME, ...variables } },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ code, stdout, stderr });
      },
    );
  });
}
