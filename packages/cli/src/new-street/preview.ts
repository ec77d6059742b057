import type { Change } from './changes';

/** A change as lines that come (`+`) and go (`-`), beneath the path. */
export function preview({ path, before = '', after }: Change): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const kept = new Set(now);
  const lines = [path];
  let place = 0;
  for (const line of now) {
    while (place < old.length && !kept.has(old[place] ?? '')) lines.push(`- ${old[place++]}`);
    if (place < old.length && old[place] === line) place += 1;
    else lines.push(`+ ${line}`);
  }
  return `${lines.join('\n')}\n`;
}

const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1);
