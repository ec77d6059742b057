import { createJsonOutput } from './output';

it('writes one JSON object a line, from every part', () => {
  const written: string[] = [];
  const output = createJsonOutput(
    (text) => written.push(text),
    () => 5,
  );
  const own = '{"level":40,"time":1,"name":"dayu","msg":"own"}';
  output.log('dayu', own);
  output.log('dayu', 'plain');
  output.log('dayu', '{half');
  output.about('dayu', 'ready');
  output.say('\nTwo\nlines\n');
  expect(written.every((text) => text.endsWith('\n'))).toBe(true);
  expect(written.map((text): unknown => JSON.parse(text))).toEqual([
    JSON.parse(own),
    { level: 30, time: 5, name: 'dayu', msg: 'plain' },
    { level: 30, time: 5, name: 'dayu', msg: '{half' },
    { level: 30, time: 5, name: 'dayu', msg: 'ready' },
    { level: 30, time: 5, name: 'launcher', msg: 'Two\nlines' },
  ]);
});
