import type { PageAsset } from './assets';

/** Scripts, styles and data from the page's own server only. The chart's library sets style attributes. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

const text = (zh: string, en: string): string => `data-zh="${zh}" data-en="${en}"`;

/** The page, with addresses relative to it: it may stand behind a path of another server. */
export const renderPage = (assets: readonly PageAsset[]): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>门头沟区街道治理数据 · Mentougou street governance data</title>
<link rel="icon" href="data:,">
${assets
  .filter(({ type }) => type.startsWith('text/css'))
  .map(({ path }) => `<link rel="stylesheet" href="${path}">`)
  .join('\n')}
</head>
<body>
<header>
  <h1 ${text('门头沟区街道治理数据', 'Mentougou street governance data')}>门头沟区街道治理数据</h1>
  <ul id="freshness"></ul>
  <button id="language" type="button" ${text('English', '中文')}>English</button>
</header>
<p id="problem" role="alert"></p>
<form id="sign-in" hidden>
  <p ${text('请用分析密钥（名称和密钥）登录；或名称留空，填入令牌。', 'Sign in with a key for analysts (name and key), or leave the name empty and enter a token.')}></p>
  <label><span ${text('名称', 'Name')}></span> <input id="name" autocomplete="username"></label>
  <label><span ${text('密钥或令牌', 'Key or token')}></span> <input id="secret" type="password" autocomplete="current-password"></label>
  <button ${text('登录', 'Sign in')}></button>
</form>
<div id="content" hidden>
  <nav aria-label="数据集 · Datasets"><ul id="datasets"></ul></nav>
  <main>
    <h2 id="title"></h2>
    <form id="query">
      <label class="wide"><span ${text('筛选', 'Filter')}></span> <input id="filter" placeholder="state eq 'CLOSED' and deadline lt 2026-07-01" spellcheck="false"></label>
      <label><span ${text('排序', 'Order')}></span> <input id="order" placeholder="deadline desc" spellcheck="false"></label>
      <button ${text('应用', 'Apply')}></button>
      <span id="files"></span>
    </form>
    <section>
      <h3><span id="chart-title"></span></h3>
      <div class="choices">
        <label><span ${text('指标', 'Measure')}></span> <select id="measure"></select></label>
        <label><span ${text('时间', 'Time')}></span> <select id="time"></select></label>
        <label><span ${text('粒度', 'Grain')}></span> <select id="grain"></select></label>
        <label><span ${text('分组', 'Group')}></span> <select id="by"></select></label>
        <span id="chart-file"></span>
      </div>
      <div id="chart"></div>
      <details><summary ${text('数值', 'Values')}></summary><div class="scroll" id="chart-table" tabindex="0"></div></details>
    </section>
    <section>
      <h3 ${text('预览', 'Preview')}></h3>
      <p id="preview-note"></p>
      <div class="scroll" tabindex="0"><table id="preview"></table></div>
    </section>
    <section>
      <h3 ${text('列', 'Columns')}></h3>
      <div class="scroll" tabindex="0"><table id="columns"></table></div>
    </section>
    <section>
      <h3 ${text('接入工具', 'Connect a tool')}></h3>
      <p ${text('NAME、KEY 和 PORT 换成 mtg bi grant 给出的名称、密钥和端口；SQL 的用户名是 bi_NAME，口令是密钥，psql 会询问。', 'Replace NAME, KEY and PORT by those that mtg bi grant has given out. The user of SQL is bi_NAME with the key as password, which psql asks for.')}></p>
      <div id="snippets"></div>
    </section>
  </main>
</div>
<noscript>本页需要 JavaScript；也可直接下载 /bi/work_orders.csv。This page needs JavaScript; /bi/work_orders.csv works without.</noscript>
${assets
  .filter(({ isEntry }) => isEntry)
  .map(({ path, isModule }) => `<script ${isModule ? 'type="module" ' : 'defer '}src="${path}"></script>`)
  .join('\n')}
</body>
</html>
`;
