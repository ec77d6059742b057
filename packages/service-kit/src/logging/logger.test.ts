import { createLogger } from './logger';

function written(log: () => void): string {
  const lines: string[] = [];
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    log();
  } finally {
    write.mockRestore();
  }
  return lines.join('');
}

describe('createLogger', () => {
  it('writes JSON for programs', () => {
    const line = written(() => createLogger('dayu', 'info', 'json').info({ requestId: 'r' }, 'done'));
    expect(JSON.parse(line)).toMatchObject({ level: 30, name: 'dayu', requestId: 'r', msg: 'done' });
  });

  it('writes lines for people, with where an error was thrown and without what a statement was given', () => {
    const error = Object.assign(new Error('failed'), { parameters: ['a resident'], detail: 'a resident' });
    const lines = written(() =>
      createLogger('dayu', 'info', 'readable').error({ err: error, sql: 'SELECT' }),
    );
    expect(lines).toMatch(/^\d\d:\d\d:\d\d ERROR failed sql=SELECT\n +at .*logger\.test\.ts/);
    expect(lines).not.toContain('resident');
    expect(lines).not.toContain('{');
  });
});
