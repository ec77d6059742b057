/** A file does not have the place where something is added, most often because it was rearranged by hand. */
export class PlaceMissing extends Error {
  override readonly name = 'PlaceMissing';

  constructor(file: string, place: string) {
    super(
      `${file} 中没有“${place}”，无从加入；未写入 · ${file} lacks “${place}”, where the entry would go. Nothing was written.`,
    );
  }
}
