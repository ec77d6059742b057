import { createHttpServer, createLogger } from '@mtg/service-kit';
import { buildSchema, parse, validate } from 'graphql';
import { readPageAssets } from './assets';
import { renderPage } from './html';
import { mountBrowserPage } from './mount';
import { DEFAULT_QUERY, START_SCRIPT } from './start-script';
import { withPlatform } from '../../test-support/platform';
import { SUPERGRAPH } from '../../test-support/subgraphs';

const REFERENCE = /(?:src|href)="([^"]+)"/g;
const FROM_ELSEWHERE = /(?:https?:)?\/\/[\w.-]+\.\w/;

it('serves a browser the page, and every file that the page names', async () => {
  await withPlatform({}, async ({ gateway }) => {
    const page = await fetch(`${gateway.address}/graphql`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('门头沟区');
    expect(html).not.toMatch(FROM_ELSEWHERE);

    const references = [...html.matchAll(REFERENCE)].map(([, reference = '']) => reference);
    const files = references.filter((reference) => !reference.startsWith('data:'));
    expect(files).toHaveLength(5);
    for (const file of files) {
      const asset = await fetch(new URL(file, `${gateway.address}/graphql`));
      expect(asset.status).toBe(200);
      expect(asset.headers.get('content-type')).toMatch(
        file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      );
      expect(asset.headers.get('cache-control')).toContain('immutable');
      expect(asset.headers.get('content-encoding')).toBe('gzip');
      expect((await asset.text()).length).toBeGreaterThan(100);
    }
  });
});

it('serves the files as they are to a client that cannot unpack them', async () => {
  const app = createHttpServer(createLogger('gateway', 'silent'));
  mountBrowserPage(app);
  for (const { path, content } of readPageAssets().scripts) {
    const { rawPayload, headers } = await app.inject({
      url: path,
      headers: { 'accept-encoding': 'identity' },
    });
    expect(rawPayload.equals(content)).toBe(true);
    expect(headers['content-encoding']).toBeUndefined();
  }
  await app.close();
});

it('has no style sheet that fetches from elsewhere', () => {
  for (const { content } of readPageAssets().styles) {
    expect(content.toString()).not.toMatch(/@import|url\(["']?(?!["']?(?:data:|#))/);
  }
});

it('starts with a query that the schema answers', () => {
  const schema = buildSchema(SUPERGRAPH, { assumeValid: true, assumeValidSDL: true });
  expect(validate(schema, parse(DEFAULT_QUERY))).toEqual([]);
  expect(START_SCRIPT).not.toMatch(FROM_ELSEWHERE);
  expect(renderPage(readPageAssets())).toContain('lang="zh-CN"');
});

it('answers JSON where JSON is asked for', async () => {
  await withPlatform({}, async ({ gateway }) => {
    const answer = await fetch(`${gateway.address}/graphql?query=${encodeURIComponent('{dayu{code}}')}`, {
      headers: { accept: 'application/json', 'apollo-require-preflight': '1' },
    });
    expect(await answer.json()).toEqual({ data: { dayu: { code: 'DAYU' } } });
  });
});
