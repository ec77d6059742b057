/**
 * Fills in a text's variables as Compose does: `${NAME}`, `${NAME:-default}` with variables in the default,
 * `${NAME:?message}`, and `$$` for a dollar sign.
 *
 * @throws Error with the message when a variable with one is not set
 * @throws Error for any other form, which these tests would otherwise let pass unread
 */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    if (text[at] !== '$') result += text[at++];
    else if (text[at + 1] === '$') {
      result += '$';
      at += 2;
    } else {
      const end = closingBrace(text, at);
      result += valueOf(text.slice(at + 2, end), variables);
      at = end + 1;
    }
  }
  return result;
}

function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
    if (depth === 0) break;
  }
  throw new Error(`not a variable that these tests can read: ${text.slice(start)}`);
}

function valueOf(expression: string, variables: Readonly<Record<string, string>>): string {
  const [, name, operator, rest = ''] = /^(\w+)(?:(:-|:\?)(.*))?$/s.exec(expression) ?? [];
  if (name === undefined) throw new Error(`not a variable that these tests can read: \${${expression}}`);
  const value = variables[name];
  if (value) return value;
  if (operator === ':?') throw new Error(`required variable ${name} is missing a value: ${rest}`);
  return interpolate(rest, variables);
}
