import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Checks code, documentation and GraphQL descriptions for the words of words.json. A word may be on as many lines as `left` still allows, so
 * that their number only falls.
 */
const { words } = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'));
const files = execFileSync(
  'git',
  ['ls-files', '*.ts', '*.js', '*.mjs', '*.md', '*.graphql', '*.sh', '*.yml'],
  { encoding: 'utf8' },
)
  .trim()
  .split('\n')
  .filter((file) => !/^tests\/words\/|\/migrations\//.test(file));

const rules = words.map(({ word, better, except = [], left = 0 }) => ({
  pattern: /\p{Script=Han}/u.test(word) ? new RegExp(word, 'u') : new RegExp(`\\b(?:${word})\\b`, 'iu'),
  better,
  except: new Set(except),
  left,
  found: [],
}));

const problems = [];
for (const file of files) {
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      for (const { pattern, better, except, found } of rules) {
        const word = pattern.exec(line)?.[0];
        if (word === undefined || except.has(file)) continue;
        const place = `${file}:${index + 1}: “${word}”. Better: ${better}`;
        found.push(place);
      }
    });
}
for (const { pattern, left, found } of rules) {
  if (found.length <= left) continue;
  problems.push(...found, `${found.length} lines have ${pattern}; at most ${left} may.`);
}

if (process.argv.includes('--count')) {
  for (const { pattern, left, found } of rules) console.log(`${found.length} of ${left}: ${pattern}`);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(
    'tests/words/words.json lists the words. Reword, or name the file in `except` where the word is right.',
  );
  process.exitCode = 1;
}
