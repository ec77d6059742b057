const KEPT_LINES = 30;
/** Number of kept lines that an error message shows. */
const SHOWN_LINES = 12;

/** Splits output into lines, passes each on and keeps the last ones for an error message. */
export class LogTail {
  private readonly kept: string[] = [];
  private unfinished = '';

  constructor(private readonly onLine?: (line: string) => void) {}

  write(chunk: string): void {
    const parts = (this.unfinished + chunk).split(/\r?\n/);
    this.unfinished = parts.pop() ?? '';
    for (const line of parts) this.add(line);
  }

  /** The output has ended: what stands without a line end is a line too. */
  end(): void {
    if (this.unfinished !== '') this.add(this.unfinished);
    this.unfinished = '';
  }

  /** The last lines, oldest first. */
  lines(): readonly string[] {
    return [...this.kept];
  }

  private add(line: string): void {
    if (line.trim() === '') return;
    this.kept.push(line);
    if (this.kept.length > KEPT_LINES) this.kept.shift();
    this.onLine?.(line);
  }
}

export const shown = (lines: readonly string[]): readonly string[] => lines.slice(-SHOWN_LINES);
