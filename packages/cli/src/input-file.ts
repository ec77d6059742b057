import { readFileSync } from 'node:fs';
import { EXIT } from '@mtg/subgraph-kit';
import { CommandFailure } from './command-failure';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件 · no such file',
  EISDIR: '这是目录，不是文件 · this is a directory, not a file',
  EACCES: '没有读取权限 · permission denied',
};

/** @throws CommandFailure with exit code 66, naming the file */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new CommandFailure(
      EXIT.NO_INPUT,
      `${file}: ${REASONS[code ?? ''] ?? `无法读取 · cannot be read (${code})`}`,
    );
  }
}
