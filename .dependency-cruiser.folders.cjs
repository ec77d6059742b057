/**
 * No circle of folders in what is shipped. A run of its own: tests stand beside the code, and their helpers import it
 * from above.
 */
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-circle-of-folders',
      comment: 'A file that two folders need of each other belongs into a third, or into the other one.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(packages|subgraphs|gateway)/' },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: `(${options.exclude.path}|\\.test\\.ts$|/test-support/)` } },
};
