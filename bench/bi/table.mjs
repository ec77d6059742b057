/** Progress and results of the bench of what analysts read. */

/** Tells on stderr what is being measured. */
export const say = (text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function milliseconds(run) {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

/**
 * Runs two things in turn.
 *
 * @returns {Promise<{ own: number, peer: number, ratio: number }>} medians of milliseconds, and of the ratios of the rounds
 */
export async function inTurn(rounds, own, peer) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const ofPeer = await milliseconds(peer);
    const ofOwn = await milliseconds(own);
    found.push({ own: ofOwn, peer: ofPeer, ratio: ofOwn / ofPeer });
  }
  return Object.fromEntries(
    ['own', 'peer', 'ratio'].map((name) => [name, median(found.map((each) => each[name]))]),
  );
}

/** A table in Markdown. @param {{ what: string, measured: string, peer?: string, wanted?: string }[]} lines */
export function table(lines) {
  const head = {
    what: '测量 · measured',
    measured: '结果 · result',
    peer: '对照 · against',
    wanted: '目标 · wanted',
  };
  const columns = Object.keys(head);
  const write = (line) => `| ${columns.map((name) => line[name] ?? '').join(' | ')} |`;
  return [write(head), `|${' --- |'.repeat(columns.length)}`, ...lines.map(write)].join('\n');
}
