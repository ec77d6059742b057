/** Commands of a street for benches: delegations, one after another. */
import { request } from 'node:http';

export const GIVER = { subject: 'bench', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' };

const COMMAND =
  'mutation ($input: SubmitDelegationInput!) { dayu { submitDelegation(input: $input) { delegation { id } } } }';

/** @returns a function that gives one command more. @throws Error when it is refused */
export function commandsTo(url, token, agent) {
  let number = 0;
  return () => {
    number += 1;
    const body = JSON.stringify({ query: COMMAND, variables: { input: inputOf(number) } });
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
      'idempotency-key': `bench-${number}`,
    };
    return new Promise((resolve, reject) => {
      request(url, { method: 'POST', agent, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (JSON.parse(text).errors) reject(new Error(text));
          else resolve();
        });
      })
        .on('error', reject)
        .end(body);
    });
  };
}

function inputOf(number) {
  return {
    departmentCode: 'JUSTICE',
    kind: 'DELEGATED_MATTER',
    title: '测量',
    content: '测量',
    documentNumber: `测〔2026〕${number}号`,
    documentTitle: '测量',
    documentDate: '2026-03-02',
    legalBasis: '《法律援助法》',
  };
}
