/**
 * A check for readiness that costs something: those who ask at once get one answer, and a yes is good for a while. A no is
 * asked again each time, so that what is mended shows at once.
 *
 * @param check rejects when the answer is no
 * @example
 * const isReady = askSparingly(() => fetchKeys(url), 5000);
 * await isReady(); // true or false; it never rejects
 */
export function askSparingly(check: () => Promise<unknown>, goodForMs: number): () => Promise<boolean> {
  let last: { readonly answer: Promise<boolean>; readonly until: number } | undefined;
  return () => {
    if (last && Date.now() < last.until) return last.answer;
    const answer = check().then(
      () => true,
      () => {
        last = undefined;
        return false;
      },
    );
    last = { answer, until: Date.now() + goodForMs };
    return answer;
  };
}
