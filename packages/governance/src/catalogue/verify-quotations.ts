import type { Bilingual } from '../bilingual';
import type { Rule } from './rule';
import type { RuleCode } from './rule-code';

/** A rule whose sentence does not stand in the document where the rule says it does. */
export interface QuotationProblem {
  readonly rule: RuleCode;
  readonly reason: 'NO_LINE_CITED' | 'LINE_BEYOND_DOCUMENT' | 'NOT_AT_CITED_LINES' | 'LINE_NOT_NEEDED';
  readonly message: Bilingual;
}

/**
 * Checks every quotation against the text of the study: the sentence, whitespace aside, stands in the cited lines
 * read one after another, and each cited line is needed for it.
 *
 * @param documentText the whole document; its first line is line 1
 * @returns one problem at most a rule, in the order of the rules; empty when all quotations stand
 */
export function verifyQuotations(
  documentText: string,
  rules: readonly Pick<Rule, 'code' | 'sentence' | 'lines'>[],
): readonly QuotationProblem[] {
  const documentLines = documentText.split(/\r?\n/u).map(withoutSpace);
  return rules.flatMap((rule) => verifyOne(documentLines, rule) ?? []);
}

function verifyOne(
  documentLines: readonly string[],
  { code, sentence, lines }: Pick<Rule, 'code' | 'sentence' | 'lines'>,
): QuotationProblem | undefined {
  const problem = (reason: QuotationProblem['reason'], zh: string, en: string): QuotationProblem => ({
    rule: code,
    reason,
    message: { zh: `${code}：${zh}`, en: `${code}: ${en}` },
  });

  if (lines.length === 0) {
    return problem(
      'NO_LINE_CITED',
      '没有注明出处行号。请在 lines 中写上引文所在的行。',
      'no line is cited. Put the line numbers of the sentence into `lines`.',
    );
  }

  const beyond = lines.find((line) => documentLines[line - 1] === undefined);
  if (beyond !== undefined) {
    return problem(
      'LINE_BEYOND_DOCUMENT',
      `第${beyond}行不存在，全文共${documentLines.length}行。请检查文件是否完整、行号是否正确。`,
      `line ${beyond} does not exist; the document has ${documentLines.length} lines. Check that the document is complete and the line number correct.`,
    );
  }

  const wanted = withoutSpace(sentence);
  const standsIn = (cited: readonly number[]) =>
    cited
      .map((line) => documentLines[line - 1] ?? '')
      .join('')
      .includes(wanted);

  if (!standsIn(lines)) {
    return problem(
      'NOT_AT_CITED_LINES',
      `在第${lines.join('、')}行找不到引文“${sentence}”。请核对原文和行号。`,
      `the sentence was not found at line ${lines.join(', ')}. Compare its words and line numbers with the document.`,
    );
  }

  const needless = lines.find((_, index) => standsIn(lines.toSpliced(index, 1)));
  if (needless !== undefined) {
    return problem(
      'LINE_NOT_NEEDED',
      `引文不在第${needless}行。请从 lines 中删去这一行。`,
      `no part of the sentence stands at line ${needless}. Remove it from \`lines\`.`,
    );
  }
  return undefined;
}

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}
