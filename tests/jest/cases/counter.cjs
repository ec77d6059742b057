let count = 0;

/** Keeps a state that belongs to the module. */
exports.add = () => (count += 1);
exports.count = () => count;
