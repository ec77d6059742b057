import { NotOffered, QueryProblem } from '../query-problem';
import type { Comparison, Condition, Literal, Operand } from './condition';
import { tokensOf, type Token } from './tokens';

const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['eq', 'EQ'],
  ['ne', 'NE'],
  ['lt', 'LT'],
  ['le', 'LE'],
  ['gt', 'GT'],
  ['ge', 'GE'],
]);

/** Deeper ones are not written by people, and would exhaust the stack. */
const DEEPEST = 50;

/**
 * Reads a filter in the language of OData's `$filter`: `state eq 'CLOSED' and (deadline lt 2026-07-01 or is_open)`. Words of the
 * language are known in any case, as its version 4.01 wants.
 *
 * @throws QueryProblem that names the place
 */
export const parseFilter = (text: string): Condition => new FilterParser(tokensOf(text)).whole();

class FilterParser {
  #next = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Condition {
    const condition = this.#either();
    const token = this.#peek();
    if (token) throw unexpected(token, { zh: 'and、or 或结尾', en: '“and”, “or” or the end' });
    return condition;
  }

  #either(): Condition {
    const conditions = [this.#both()];
    while (this.#takeName('or')) conditions.push(this.#both());
    return conditions.length === 1 && conditions[0] ? conditions[0] : { kind: 'OR', conditions };
  }

  #both(): Condition {
    const conditions = [this.#single()];
    while (this.#takeName('and')) conditions.push(this.#single());
    return conditions.length === 1 && conditions[0] ? conditions[0] : { kind: 'AND', conditions };
  }

  #single(): Condition {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw tooDeep();
    const condition = this.#inner();
    this.#depth -= 1;
    return condition;
  }

  #inner(): Condition {
    if (this.#takeName('not')) return { kind: 'NOT', condition: this.#single() };
    if (this.#takeMark('(')) {
      const inner = this.#either();
      this.#requireMark(')');
      return inner;
    }
    const left = this.#operand();
    const operator = this.#peek();
    if (operator?.kind !== 'NAME') return { kind: 'HOLDS', operand: left };
    if (this.#takeName('in')) return { kind: 'IN', left, values: this.#values() };
    const comparison = COMPARISONS.get(operator.text.toLowerCase());
    if (!comparison) {
      if (['and', 'or'].includes(operator.text.toLowerCase())) return { kind: 'HOLDS', operand: left };
      throw unexpected(operator, {
        zh: 'eq、ne、lt、le、gt、ge 或 in',
        en: '“eq”, “ne”, “lt”, “le”, “gt”, “ge” or “in”',
      });
    }
    this.#next += 1;
    return { kind: 'COMPARE', comparison, left, right: this.#operand() };
  }

  #operand(): Operand {
    const token = this.#peek();
    if (token?.kind === 'LITERAL') {
      this.#next += 1;
      return token.value;
    }
    if (token?.kind !== 'NAME') throw unexpected(token, { zh: '列名或值', en: 'a column or a value' });
    this.#next += 1;
    if (!this.#takeMark('(')) return { kind: 'COLUMN', name: token.text };
    const name = token.text.toLowerCase();
    const operands: Operand[] = [];
    if (this.#takeMark(')')) return { kind: 'CALL', name, operands };
    do operands.push(this.#nested());
    while (this.#takeMark(','));
    this.#requireMark(')');
    return { kind: 'CALL', name, operands };
  }

  #nested(): Operand {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw tooDeep();
    const operand = this.#operand();
    this.#depth -= 1;
    return operand;
  }

  #values(): readonly Literal[] {
    this.#requireMark('(');
    const values: Literal[] = [];
    do {
      const token = this.#peek();
      if (token?.kind !== 'LITERAL') throw unexpected(token, { zh: '值', en: 'a value' });
      this.#next += 1;
      values.push(token.value);
    } while (this.#takeMark(','));
    this.#requireMark(')');
    return values;
  }

  readonly #peek = (): Token | undefined => this.tokens[this.#next];

  #takeName(name: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'NAME' || token.text.toLowerCase() !== name) return false;
    this.#next += 1;
    return true;
  }

  #takeMark(mark: '(' | ')' | ','): boolean {
    const token = this.#peek();
    if (token?.kind !== 'MARK' || token.text !== mark) return false;
    this.#next += 1;
    return true;
  }

  #requireMark(mark: '(' | ')'): void {
    if (!this.#takeMark(mark)) throw unexpected(this.#peek(), { zh: `“${mark}”`, en: `“${mark}”` });
  }
}

const tooDeep = (): QueryProblem =>
  new QueryProblem('filter', {
    zh: `嵌套超过 ${DEEPEST} 层，请减少括号和函数的层数，或拆成几个查询`,
    en: `it is nested more than ${DEEPEST} levels deep. Use fewer parentheses and functions within each other, or split it into several queries`,
  });

/** Operators of OData that are not offered. */
const ABSENT: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'div', 'divby', 'mod', 'has']);

function unexpected(
  token: Token | undefined,
  { zh, en }: { readonly zh: string; readonly en: string },
): QueryProblem {
  if (!token) {
    return new QueryProblem('filter', {
      zh: `条件不完整：结尾处应有${zh}`,
      en: `the filter is incomplete: ${en} is expected at its end`,
    });
  }
  if (token.kind === 'NAME' && ABSENT.has(token.text.toLowerCase())) {
    return new NotOffered('filter', {
      zh: `没有运算符“${token.text}”，请与算好的值比较`,
      en: `there is no operator “${token.text}”. Compare with a value that is computed already`,
    });
  }
  return new QueryProblem('filter', {
    zh: `第 ${token.at + 1} 个字符处为“${token.text}”，应为${zh}`,
    en: `“${token.text}” at character ${token.at + 1}: ${en} is expected there`,
  });
}
