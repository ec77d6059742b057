import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Checks code, documentation and GraphQL descriptions for the words of words.json. A word may be on as many lines as `left` still allows, so
 * that their number only falls. The same holds for the first words of docstrings.
 */
const { words, openers } = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'));
const files = execFileSync(
  'git',
  ['ls-files', '*.ts', '*.js', '*.mjs', '*.md', '*.graphql', '*.sh', '*.yml'],
  { encoding: 'utf8' },
)
  .trim()
  .split('\n')
  .filter((file) => !/^tests\/words\/|\/migrations\//.test(file));

/** First words of a docstring, which starts with a verb or the noun that it defines. */
const opener = new RegExp(String.raw`/\*\*\s+(?:\* )?(?:${openers.word})\b`, 'gu');

const rules = words.map(({ word, better, except = [], left = 0 }) => ({
  pattern: /\p{Script=Han}/u.test(word) ? new RegExp(word, 'u') : new RegExp(`\\b(?:${word})\\b`, 'iu'),
  better,
  except: new Set(except),
  left,
  found: [],
}));

const problems = [];
const opened = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  for (const { index, 0: words } of text.matchAll(opener)) {
    const line = text.slice(0, index).split('\n').length;
    opened.push(`${file}:${line}: “${words}”. Better: ${openers.better}`);
  }
  text.split('\n').forEach((line, index) => {
    for (const { pattern, better, except, found } of rules) {
      const word = pattern.exec(line)?.[0];
      if (word === undefined || except.has(file)) continue;
      const place = `${file}:${index + 1}: “${word}”. Better: ${better}`;
      found.push(place);
    }
  });
}
for (const { pattern, left, found } of [...rules, { pattern: opener, left: 0, found: opened }]) {
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
