import type { PageAssets } from './assets';

/**
 * Scripts and data only from the gateway itself. GraphiQL's editor sets style attributes and its stylesheet holds its
 * fonts as data; nothing else is allowed.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Addresses are relative, so that the gateway may stand behind a path of another server. */
const relative = (path: string): string => path.slice(1);

/** The page for people: GraphiQL over this gateway. */
export const renderPage = ({ styles, scripts }: PageAssets): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>门头沟区街道治理数据 · Mentougou street governance data — GraphQL</title>
<link rel="icon" href="data:,">
${styles.map(({ path }) => `<link rel="stylesheet" href="${relative(path)}">`).join('\n')}
<style>html, body, #graphiql { height: 100%; margin: 0 } .waiting { padding: 2em; font-family: sans-serif }</style>
</head>
<body>
<div id="graphiql"><p class="waiting">正在载入查询页面…… · Loading the query page …</p></div>
<noscript><p class="waiting">本页需要 JavaScript；也可用 POST /graphql 直接查询。
This page needs JavaScript; POST /graphql works without.</p></noscript>
${scripts.map(({ path }) => `<script src="${relative(path)}" defer></script>`).join('\n')}
</body>
</html>
`;
