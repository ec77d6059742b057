/** The label that a description begins with, without the notes after it: `Deadline (inclusive)` is of `Deadline`. */
export const labelIn = (description: string): string =>
  (description.split(/[，。；：(,.;:]/)[0] ?? description).trim();
