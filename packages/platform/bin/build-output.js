'use strict';

// oxlint-disable-next-line node/no-process-env
const json = process.env.LOG_FORMAT === 'json';
const terminal = process.stdout.isTTY && !json;

const write = (text) =>
  void process.stdout.write(
    json ? `${JSON.stringify({ level: 30, time: Date.now(), name: 'build', msg: text })}\n` : `${text}\n`,
  );

let covered = false;
const uncover = () => {
  if (covered) process.stdout.write('\r\u001B[K');
  covered = false;
};

/** Where the build says how far it is: one line that is written over on a terminal, a line each time elsewhere. */
module.exports = {
  show: (text) => {
    if (!terminal) {
      write(text);
      return;
    }
    process.stdout.write(`\r\u001B[K${text}`);
    covered = true;
  },
  pass: (line) => {
    uncover();
    write(line);
  },
  end: uncover,
};
