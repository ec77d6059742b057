/** Sample data cannot be loaded or removed as things are; nothing was changed. */
export class SampleRefused extends Error {
  override readonly name = 'SampleRefused';
}
