/**
 * Dependencies point one way: governance, access and service-kit know nothing of the others, the kits carry the street,
 * the street carries the streets, and nothing imports the gateway.
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(packages|subgraphs|gateway)/', pathNot: [from, ...allowed] },
});

const STREET = '^packages/street/src/';

/** The folders of a street, and those that each builds on. Upwards a module announces (order-reactions.ts). */
const STREET_FOLDERS = require('./packages/street/folders.json');

const below = (folder) => STREET_FOLDERS[folder].flatMap((name) => [name, ...below(name)]);

const streetFolders = Object.keys(STREET_FOLDERS).map((folder) => ({
  name: `street-${folder}-imports-downwards`,
  comment: 'A folder imports those that packages/street/folders.json puts below it, and never the assembly.',
  severity: 'error',
  from: { path: `${STREET}${folder}/` },
  to: { path: STREET, pathNot: `${STREET}(${[folder, ...below(folder)].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...streetFolders,
    {
      name: 'street-folders-are-listed',
      comment: 'A new folder of a street has its place in packages/street/folders.json.',
      severity: 'error',
      from: {},
      to: { path: `${STREET}[^/]+/`, pathNot: `${STREET}(${Object.keys(STREET_FOLDERS).join('|')})/` },
    },
    {
      name: 'street-modules-are-assembled',
      comment: 'Only the files directly in src, which assemble a street, import what a module consists of.',
      severity: 'error',
      from: { path: `${STREET}[^/]+/` },
      to: { path: `${STREET}[^/]+/module\\.ts$` },
    },
    {
      name: 'street-files-below-their-subfolders',
      comment:
        'What the subfolders of a folder share has a folder of its own. Only module.ts imports subfolders.',
      severity: 'error',
      from: { path: `(${STREET}.+)/[^/]+\\.ts$`, pathNot: '/module\\.ts$' },
      to: { path: '$1/[^/]+/' },
    },
    {
      name: 'no-circle',
      comment: 'Files that import each other are one file, or lack a third.',
      severity: 'error',
      from: { path: '^(packages|subgraphs|gateway)/' },
      to: { circular: true },
    },
    {
      name: 'nothing-imports-the-gateway',
      comment: 'The gateway is a door, not a library. Tests and benches may start it.',
      severity: 'error',
      from: { path: '^(packages|subgraphs)/' },
      to: { path: '^gateway/' },
    },
    {
      name: 'governance-is-pure',
      comment: 'Rules have no IO and no framework: not even Node.',
      severity: 'error',
      from: { path: '^packages/governance/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/governance/' },
    },
    {
      name: 'rules-know-no-effects',
      comment: 'What a command does to rows rests on the rules, and no rule on that.',
      severity: 'error',
      from: { path: '^packages/governance/src/', pathNot: '^packages/governance/src/(effects/|index\\.ts)' },
      to: { path: '^packages/governance/src/effects/' },
    },
    only(
      'service-kit-stands-alone',
      '^packages/service-kit/',
      [],
      'What every process shares knows no domain.',
    ),
    only(
      'storage-knows-no-owner',
      '^packages/storage/',
      ['^packages/service-kit/'],
      'A store knows bytes and digests, and not whose they are.',
    ),
    only(
      'subgraph-kit-below-the-street',
      '^packages/subgraph-kit/',
      ['^packages/(service-kit|governance|access|identity|storage)/'],
      'The kit knows the vocabulary and who calls, and no street.',
    ),
    {
      name: 'access-is-pure',
      comment:
        'Who may do what is data and functions, so that it can be read, printed and walked cell by cell.',
      severity: 'error',
      from: { path: '^packages/access/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/(access|governance)/' },
    },
    only(
      'identity-knows-tokens',
      '^packages/identity/',
      ['^packages/(access|service-kit)/'],
      'Tokens say who acts; what that one may do is the policy table.',
    ),
    only(
      'commands-below-the-street',
      '^packages/commands/',
      ['^packages/(access|governance|service-kit|subgraph-kit)/'],
      'How a command runs is the same for every module of every street.',
    ),
    only(
      'street-below-the-subgraphs',
      '^packages/street/',
      ['^packages/(access|commands|subgraph-kit|governance|printing|service-kit|storage)/'],
      'The street library knows no particular street and no list of them.',
    ),
    only(
      'sample-beside-the-street',
      '^packages/sample/',
      ['^packages/(commands|street|governance)/'],
      'Sample data are made for any street, by its tables and rules; only the command line loads them.',
    ),
    only(
      'warehouse-knows-no-tables',
      '^packages/warehouse/',
      ['^packages/(service-kit|governance)/'],
      'The warehouse copies what sources publish, whatever it is.',
    ),
    only(
      'datasets-beside-the-street',
      '^packages/datasets/',
      ['^packages/(access|commands|governance|street|subgraph-kit)/'],
      'Datasets follow from declarations. Tables of the district and extras of streets are handed to them.',
    ),
    only(
      'dataset-query-knows-datasets',
      '^packages/dataset-query/',
      ['^packages/(datasets|governance)/'],
      'A query becomes a statement in one place, whatever door it came by.',
    ),
    only(
      'doors-share-one-hall',
      '^packages/bi-doors/',
      ['^packages/(access|dataset-query|datasets|governance|service-kit|subgraph-kit)/'],
      'What all doors of the warehouse share; none knows how rows get there.',
    ),
    only(
      'exports-are-a-door',
      '^packages/exports/',
      ['^packages/(bi-doors|dataset-query|datasets|service-kit)/'],
      'Files are made of what the hall and the query give.',
    ),
    only(
      'jobs-are-exports-for-later',
      '^packages/bi-jobs/',
      ['^packages/(bi-doors|dataset-query|datasets|exports|service-kit|warehouse)/'],
      'A job is an export that is made in the background: what it takes and writes is that of the exports.',
    ),
    {
      name: 'the-lake-asks-like-everybody',
      comment: 'The lake is a client of the exports with a key, and knows nothing of the warehouse.',
      severity: 'error',
      from: { path: '^packages/bi-lake/', pathNot: '(\\.test\\.ts$|/test-support/)' },
      to: { path: '^(packages|subgraphs|gateway)/', pathNot: '^packages/(bi-lake|service-kit|storage)/' },
    },
    only(
      'summaries-are-a-door',
      '^packages/summaries/',
      ['^packages/(bi-doors|dataset-query|datasets|service-kit)/'],
      'A door knows the hall and how to ask, and no other door.',
    ),
    only(
      'the-page-asks-like-everybody',
      '^packages/bi-page/',
      [],
      'The page has no data of its own: it asks the doors as its user.',
    ),
    only(
      'odata-is-a-door',
      '^packages/odata/',
      ['^packages/(bi-doors|dataset-query|datasets|governance|service-kit)/'],
      'A door of the warehouse; it knows neither the other doors nor how rows get there.',
    ),
    only(
      'keys-open-doors',
      '^packages/bi-keys/',
      ['^packages/(access|bi-doors|datasets|identity|service-kit|subgraph-kit|warehouse)/'],
      'Who reads at the doors, by a token or a key; not what is read there.',
    ),
    only(
      'printing-stands-alone',
      '^packages/printing/',
      [],
      'A document is its parts: printing knows neither rows nor who reads them.',
    ),
    only('composition-stands-alone', '^packages/composition/', [], 'Composing needs SDL and nothing else.'),
    only(
      'platform-starts-processes',
      '^packages/platform/',
      ['^packages/service-kit/', '^subgraphs/list'],
      'The launcher starts programs by path; it imports none of them.',
    ),
    only(
      'gateway-knows-the-list',
      '^gateway/',
      ['^packages/service-kit/', '^subgraphs/list', '^packages/composition/'],
      'The gateway knows schemas and addresses, not code of subgraphs.',
    ),
    {
      name: 'no-street-imports-another',
      comment: 'Each street deploys alone.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/([^/]+)/', pathNot: ['^subgraphs/$1/', '^subgraphs/list'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(packages|subgraphs|gateway)/', pathNot: '(\\.test\\.ts$|/test-support/)' },
      to: { path: '(/test-support/|\\.test\\.ts$|^tests/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/bin/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'node', 'require', 'default'],
    },
  },
};
