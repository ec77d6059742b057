import { localUrl, type Plan } from './plan';
import { QUESTIONS } from './questions';

/** What is printed when the platform is ready: the addresses, and three questions to try. */
export function announcement({ parts, dataDirectory }: Plan, seconds: number): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  const addresses = parts.map((part) => `  ${part.name.padEnd(width)}  ${localUrl(part, '/graphql')}`);
  const gateway = parts.find(({ kind }) => kind === 'gateway');
  const lines = [
    '',
    `全部就绪，用时 ${seconds.toFixed(1)} 秒 · All ready in ${seconds.toFixed(1)} s`,
    ...addresses,
    `  ${'data'.padEnd(width)}  ${dataDirectory}`,
  ];
  if (gateway) {
    lines.push('', `试一试（浏览器打开 ${localUrl(gateway, '/graphql')}） · Try (open it in a browser):`);
    for (const { chinese, english, query } of QUESTIONS)
      lines.push('', `  ${chinese} · ${english}`, `    ${query}`);
    const body = JSON.stringify({ query: QUESTIONS[0]?.query ?? '{ __typename }' });
    lines.push(
      '',
      `  curl -s ${localUrl(gateway, '/graphql')} -H 'content-type: application/json' -d '${body}'`,
    );
  }
  return [...lines, '', '按 Ctrl-C 停止 · Ctrl-C stops everything', ''].join('\n');
}
