import type { ColumnChunk, SchemaElement } from 'hyparquet';
import type { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { ColumnChunkParts } from './column';
import type { Page } from './page';

const CODEC = 'SNAPPY';

/** Writes what a group of rows has of a column. @returns what the end of the file says of it */
export function writeChunk(
  writer: ByteWriter,
  { name, type = 'BYTE_ARRAY' }: SchemaElement,
  { dictionary, pages, least, most }: ColumnChunkParts,
): ColumnChunk {
  const begin = writer.offset;
  const ofDictionary = dictionary ? writeDictionary(writer, dictionary) : 0;
  const first = writer.offset;
  let size = ofDictionary;
  for (const page of pages) size += writePage(writer, page);
  const encodings = [...new Set(pages.map(({ encoding }) => encoding))];
  return {
    file_offset: BigInt(begin),
    meta_data: {
      type,
      encodings: [...new Set([...(dictionary ? (['PLAIN'] as const) : []), ...encodings])],
      path_in_schema: [name],
      codec: CODEC,
      num_values: BigInt(sum(pages.map(({ rows }) => rows))),
      total_uncompressed_size: BigInt(size),
      total_compressed_size: BigInt(writer.offset - begin),
      data_page_offset: BigInt(first),
      ...(dictionary && { dictionary_page_offset: BigInt(begin) }),
      statistics: {
        null_count: BigInt(sum(pages.map(({ nulls }) => nulls))),
        ...(least !== undefined && { min_value: least }),
        ...(most !== undefined && { max_value: most }),
      },
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** @returns bytes before they were compressed */
function writeDictionary(
  writer: ByteWriter,
  { count, values }: NonNullable<ColumnChunkParts['dictionary']>,
): number {
  const bytes = snappyCompress(values);
  const begin = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: values.length,
    compressed_page_size: bytes.length,
    dictionary_page_header: { num_values: count, encoding: 'PLAIN' },
  });
  const head = writer.offset - begin;
  writer.appendBytes(bytes);
  return head + values.length;
}

/** @returns bytes before they were compressed */
function writePage(
  writer: ByteWriter,
  { encoding, rows, nulls, levels, values, isCompressed, size }: Page,
): number {
  const ofLevels = levels?.length ?? 0;
  const begin = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: ofLevels + size,
    compressed_page_size: ofLevels + values.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: ofLevels,
      repetition_levels_byte_length: 0,
      is_compressed: isCompressed,
    },
  });
  const head = writer.offset - begin;
  if (levels) writer.appendBytes(levels);
  writer.appendBytes(values);
  return head + ofLevels + size;
}
