/** Hours of two years, or days of fifty. */
const MOST = 20_000;

/** The same function, which answers from memory what it has been asked before. It forgets all when that is too much. */
export function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (known.size >= MOST) known.clear();
    known.set(key, value);
    return value;
  };
}
