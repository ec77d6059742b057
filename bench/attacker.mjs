/** Worker: carries out one attack of bench/attack-list.mjs, apart from who is measured, and posts what it was answered. */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

const { url, attack, token, limitMs } = workerData;

async function request() {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({
        query: attack.query,
        variables: attack.variables,
        operationName: attack.operationName,
      }),
      signal: AbortSignal.timeout(attack.giveUpMs ?? limitMs),
    });
    const text = await response.text();
    const codes =
      text.length < 5_000_000 ? [...text.matchAll(/"code":"([A-Z_]{5,})"/g)].map(([, code]) => code) : [];
    return [
      response.status,
      ...new Set(codes),
      ...(text.startsWith('{"data":{') && !attack.seconds ? [`${text.length} bytes`] : []),
    ].join(' ');
  } catch (error) {
    if (attack.giveUpMs && error.name === 'TimeoutError') return 'gave up';
    return error.name === 'TimeoutError'
      ? `nothing in ${limitMs / 1000} s`
      : `connection lost (${error.cause?.code ?? error.name})`;
  }
}

/** Opens connections that send half of a request. Reports the share of refused ones, and the longest life. */
function halfOpen() {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const lives = [];
    const say = () => {
      const open = attack.halfOpen - lives.length;
      const refused = lives.filter((life) => life < 1000).length;
      resolve([
        `${refused} refused, longest ${Math.max(0, ...lives) / 1000} s${open > 0 ? `, ${open} still open` : ''}`,
      ]);
    };
    const limit = setTimeout(say, limitMs);
    for (let i = 0; i < attack.halfOpen; i++) {
      const start = performance.now();
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).resume();
      socket.on('connect', () => socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-'));
      socket.on('close', () => {
        lives.push(Math.round(performance.now() - start));
        if (lives.length < attack.halfOpen) return;
        clearTimeout(limit);
        say();
      });
    }
  });
}

async function carryOut() {
  if (attack.halfOpen) return halfOpen();
  const answers = [];
  const start = performance.now();
  const isDone = (round) =>
    attack.seconds && !attack.locked
      ? performance.now() - start > attack.seconds * 1000
      : round >= (attack.rounds ?? 1);
  for (let round = 0; !isDone(round); round++) {
    answers.push(...(await Promise.all(Array.from({ length: attack.parallel ?? 1 }, request))));
  }
  return answers;
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none
parentPort.postMessage(await carryOut());
