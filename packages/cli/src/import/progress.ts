/** Shows how far long work has come: in place on a terminal, a line at each tenth otherwise. */
export interface Progress {
  readonly show: (done: number, total: number) => void;
  readonly end: () => void;
}

/** @param unit what is counted, where that is not plain */
export function createProgress(output: NodeJS.WriteStream, unit = ''): Progress {
  let shown = -1;
  return {
    show: (done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
      if (output.isTTY) output.write(`\r${done} / ${total}${unit}`);
      else if (tenth > shown) output.write(`${done} / ${total}${unit}\n`);
      shown = tenth;
    },
    end: () => {
      if (output.isTTY && shown >= 0) output.write('\n');
    },
  };
}
