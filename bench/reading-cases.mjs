/**
 * Questions of bench/reading.mjs to both: for each case the part that serves it, the question in the words of each, and what of
 * an answer must be equal.
 */

const COLUMNS = ['version', 'number', 'year', 'title', 'content', 'state', 'source', 'centerCode'];
const MORE = ['responsiblePerson', 'deadline', 'createdAt', 'updatedAt'];
const FIELDS = [...COLUMNS, ...MORE].join(' ');

const orders = (further = '', ofList = '') => `query WorkOrders {
  dayu { workOrders(first: 50) { nodes { id ${FIELDS} ${further} } ${ofList} } }
}`;
const peerOrders = (further = '', ofList = '') => `query WorkOrders {
  workOrders: allWorkOrders(first: 50, condition: { deletedAt: null }) { nodes { id: rowId ${FIELDS} ${further} } ${ofList} }
}`;

/** Instants, which each writes in its own way, and enums of the same text. */
const comparable = (row) => ({
  ...row,
  createdAt: Date.parse(row.createdAt),
  updatedAt: Date.parse(row.updatedAt),
});
const ordersOf = ({ nodes, ...rest }) => ({ ...rest, nodes: nodes.map(comparable) });

const RELATED = 'project { id number title } evidence { id title uri }';
const PEER_RELATED = `project: projectByProjectId { id: rowId number title }
  evidence: evidencesByWorkOrderId(first: 50, condition: { deletedAt: null }) { nodes { id: rowId title uri } }`;

const byName = (items) => items.map(({ name }) => name).toSorted();
const DEPARTMENTS = [
  'SOCIAL_WORK_COMMITTEE',
  'SOCIAL_CONSTRUCTION_OFFICE',
  'ORGANIZATION_DEPARTMENT',
  'PUBLIC_SECURITY',
  'JUSTICE',
];
const inOrder = (departments) => departments.toSorted((a, b) => (a.code < b.code ? -1 : 1));

export const CASES = [
  {
    name: 'list',
    what: 'workOrders(first: 50), 13 fields',
    part: 'dayu',
    own: { query: orders(), rows: ({ dayu }) => ordersOf(dayu.workOrders) },
    peer: { query: peerOrders(), rows: ({ workOrders }) => ordersOf(workOrders) },
  },
  {
    name: 'count',
    what: '… with totalCount',
    part: 'dayu',
    own: { query: orders('', 'totalCount'), rows: ({ dayu }) => ordersOf(dayu.workOrders) },
    peer: { query: peerOrders('', 'totalCount'), rows: ({ workOrders }) => ordersOf(workOrders) },
  },
  {
    name: 'related',
    what: '… with project and evidence',
    part: 'dayu',
    own: { query: orders(RELATED), rows: ({ dayu }) => ordersOf(dayu.workOrders) },
    peer: {
      query: peerOrders(PEER_RELATED),
      rows: ({ workOrders: { nodes } }) =>
        ordersOf({ nodes: nodes.map((row) => ({ ...row, evidence: row.evidence.nodes })) }),
    },
  },
  {
    name: 'centers',
    what: 'centers with sections',
    part: 'dayu',
    own: {
      query: 'query Centers { dayu { centers { number name sections { name } } } }',
      rows: ({ dayu }) => dayu.centers.map((each) => ({ ...each, sections: byName(each.sections) })),
    },
    peer: {
      query: `query Centers {
        centers: allFunctionalCenters(orderBy: NUMBER_ASC, condition: { deletedAt: null }) {
          nodes { number name sections: sectionsByCenterCode(condition: { deletedAt: null }) { nodes { name } } }
        }
      }`,
      rows: ({ centers }) =>
        centers.nodes.map((each) => ({ ...each, sections: byName(each.sections.nodes) })),
    },
  },
  {
    name: 'reference',
    what: '_entities of the district',
    part: 'district',
    own: {
      query: `query Departments($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Department { code name } }
      }`,
      variables: { representations: DEPARTMENTS.map((code) => ({ __typename: 'Department', code })) },
      rows: ({ _entities }) => inOrder(_entities),
    },
    peer: {
      query: `query Departments($codes: [String!]!) {
        departments: allDepartments(condition: { deletedAt: null }, filter: { code: { in: $codes } }) {
          nodes { code name }
        }
      }`,
      variables: { codes: DEPARTMENTS },
      rows: ({ departments }) => inOrder(departments.nodes),
    },
  },
];
