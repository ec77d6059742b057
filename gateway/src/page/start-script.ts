/** Query that the editor shows at first, one that no single street can answer. */
export const DEFAULT_QUERY = `# 门头沟区四个街道 · Mentougou's four streets
#
# 按 Ctrl-Enter 运行；Ctrl-空格 补全；左侧书本图标为文档。
# Ctrl-Enter runs, Ctrl-Space completes, the book on the left is the documentation.

query FourStreets {
  streets {
    code
    name
    centers {
      name
    }
  }
}
`;

/** Runs in the browser. The endpoint is the page's own address, whatever stands before the gateway. */
export const START_SCRIPT = `'use strict';
(function () {
  const fetcher = GraphiQL.createFetcher({ url: window.location.pathname });
  const root = ReactDOM.createRoot(document.getElementById('graphiql'));
  root.render(
    React.createElement(GraphiQL, {
      fetcher: fetcher,
      defaultQuery: ${JSON.stringify(DEFAULT_QUERY)},
      defaultEditorToolsVisibility: true,
    }),
  );
})();
`;
