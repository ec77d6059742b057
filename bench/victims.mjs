/** Requests of the other client of bench/attacks.mjs, by the name that an attack uses. `key` differs each time. */
const DISPATCHER = { subject: 'bench', role: 'DISPATCHER', street: 'DAYU' };

export const VICTIMS = {
  question: {
    actor: DISPATCHER,
    body: () => ({ query: '{ dayu { workOrders(first: 5) { nodes { id } } } }' }),
  },
  reference: { actor: DISPATCHER, body: () => ({ query: '{ dayu { communities { code } } }' }) },
  command: {
    actor: { subject: 'bench', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' },
    body: (key) => ({
      query:
        'mutation ($input: SubmitDelegationInput!) { dayu { submitDelegation(input: $input) { delegation { id } } } }',
      variables: {
        input: {
          departmentCode: 'JUSTICE',
          kind: 'DELEGATED_MATTER',
          title: '测量',
          content: '测量',
          documentNumber: `测〔2026〕${key}号`,
          documentTitle: '测量',
          documentDate: '2026-03-02',
          legalBasis: '《法律援助法》',
        },
      },
    }),
  },
};
