const Sequencer = require('@jest/test-sequencer').default;

/** Runs the cases by their numbers. */
module.exports = class InOrder extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));
  }
};
