let last = 0;

/** A number that nothing made before has. */
export function serial(): number {
  last += 1;
  return last;
}
