/** Kinds of sources that a citation points to. */
export type CitationKind = 'STUDY' | 'STATISTICS' | 'PACKAGE' | 'IMPORT' | 'DOCUMENT';

/** Where a fact stands, taken apart for people and machines. */
export interface Citation {
  /** The citation as written, such as `seed:108`. */
  readonly citation: string;
  readonly kind: CitationKind;
  /** Chinese title of the document; for an import, the file's name; for a document, its number. */
  readonly document: string;
  /** First line, 1-based; of the study or of the imported file. */
  readonly line?: number;
  /** Last line, where the citation is a range. */
  readonly endLine?: number;
  /** The statistical division code: 6, 9 or 12 digits. */
  readonly code?: string;
}

/** Title of the study that `seed:` cites (`seed:3`, `seed:5`). */
export const STUDY_TITLE = '《门头沟区服务型街道的治理模式研究——以街道大工委和地区管理委员会建设为例》';

/** Title of the code list that `nbs:` cites. */
export const STATISTICS_TITLE = '国家统计局2023年统计用区划代码';

const STUDY = /^seed:(?<line>[1-9]\d*)(?:-(?<endLine>[1-9]\d*))?$/u;
const STATISTICS = /^nbs:(?<code>\d{6}|\d{9}|\d{12})$/u;
/** A published package of data, by its name and version. */
const PACKAGE = /^npm:(?<name>[a-z\d][a-z\d._-]*)@(?<version>\d+\.\d+\.\d+)$/u;
/** A file's name may itself hold colons: the line is what follows the last one. A path is not a name. */
const IMPORT = /^import:(?<file>[^\s/\\](?:[^/\\\r\n]*[^\s/\\])?):(?<line>[1-9]\d*)$/u;

/** The number of a decision or a document. */
const DOCUMENT = /^document:(?<number>\S(?:[^\r\n]*\S)?)$/u;

/**
 * Reads a citation.
 *
 * | Text | Points to |
 * |---|---|
 * | `seed:108`, `seed:115-116` | a line, or a range of lines, of the study |
 * | `nbs:110109003024` | a statistical division code of 2023 |
 * | `npm:chinese-days@1.5.7` | a published package of data, with its version |
 * | `import:社区.csv:12` | a line of a file that a person imported; name without folders |
 * | `document:大峪工委〔2026〕7号` | a decision or document, by its number, that a command cites |
 *
 * @throws TypeError with the text and the accepted forms, when the text is none of these
 */
export function parseCitation(text: string): Citation {
  const study = STUDY.exec(text)?.groups;
  if (study) {
    const line = Number(study['line']);
    if (study['endLine'] === undefined) {
      return { citation: text, kind: 'STUDY', document: STUDY_TITLE, line };
    }
    const endLine = Number(study['endLine']);
    if (endLine <= line) {
      throw new TypeError(
        `引用“${text}”的行号范围应从小到大。Citation “${text}”: the range must end after it begins.`,
      );
    }
    return { citation: text, kind: 'STUDY', document: STUDY_TITLE, line, endLine };
  }

  const code = STATISTICS.exec(text)?.groups?.['code'];
  if (code !== undefined) {
    return { citation: text, kind: 'STATISTICS', document: STATISTICS_TITLE, code };
  }

  const published = PACKAGE.exec(text)?.groups;
  if (published) {
    return {
      citation: text,
      kind: 'PACKAGE',
      document: `${published['name'] ?? ''} ${published['version'] ?? ''}`,
    };
  }

  const imported = IMPORT.exec(text)?.groups;
  if (imported?.['file'] !== undefined) {
    return { citation: text, kind: 'IMPORT', document: imported['file'], line: Number(imported['line']) };
  }

  const number = DOCUMENT.exec(text)?.groups?.['number'];
  if (number !== undefined) return { citation: text, kind: 'DOCUMENT', document: number };

  throw new TypeError(
    `无法识别的引用“${text}”。Unknown citation “${text}”. ` +
      '可用形式 / accepted forms: seed:108, seed:115-116, nbs:110109003024, import:<file name>:<line>, npm:<package>@<version>, document:<number>',
  );
}
