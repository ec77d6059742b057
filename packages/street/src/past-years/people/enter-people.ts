import { comparisonForm, HELD_POST_LABELS, LEAVE_KIND_LABELS } from '@mtg/governance';
import { listReference } from '@mtg/subgraph-kit';
import { Post } from '../../organization/post';
import { appointToPost } from '../../people/commands/appoint-to-post';
import { endPost } from '../../people/commands/end-post';
import { recordLeave } from '../../people/commands/leaves';
import { registerPerson } from '../../people/commands/register-person';
import { Leave } from '../../people/leave';
import { Person } from '../../people/person';
import { PostHolding } from '../../people/post-holding';
import type { PastTools } from '../past-import';
import { asInput, type PastLine } from '../past-line';
import { rowOf } from '../past-steps';

const COLUMNS = { name: 'person', personId: 'person', centerCode: 'center', postCode: 'section' };

/** The register is kept by the clerk. */
const placeOf = ({ line }: PastLine, subject: string) => ({
  as: { subject, role: 'COMMITTEE_CLERK' as const },
  line,
  column: 'person',
  columns: COLUMNS,
});

/** Registers a person. @returns the id; undefined where it is refused */
export async function enterPerson(line: PastLine, { steps, names }: PastTools): Promise<string | undefined> {
  const since = line.requiredDay('since');
  const input = { name: line.text('person') ?? '', subject: line.text('subject') ?? '' };
  if (since === null) return undefined;
  const place = placeOf(line, steps.importer);
  const given = await steps.give(registerPerson, { ...input, since: asInput(since) }, place);
  if (!given) return undefined;
  const person = rowOf(given, 'person', Person);
  names.add(person);
  return person.id;
}

/** Appoints a person to a post, and ends it where the line says until when it was held. */
export async function enterPost(line: PastLine, { steps, manager }: PastTools): Promise<string | undefined> {
  const since = line.requiredDay('since');
  const until = line.day('until');
  const person = requirePerson(line);
  const kind = line.choice('kind', HELD_POST_LABELS) ?? missing(line, 'kind');
  const centerCode = line.center('center');
  const section = line.text('section');
  const posts = section === null ? [] : await listReference(manager, Post);
  const post = posts.find(
    (each) =>
      each.centerCode === centerCode &&
      comparisonForm(each.sectionName ?? '') === comparisonForm(section ?? ''),
  );
  if (section !== null && !post && line.isSound) {
    line.wrong('section', {
      zh: `该中心没有科室“${section}”的副主任职位，请更正`,
      en: `The center has no post of deputy director for the section “${section}”. Correct it`,
    });
  }
  if (!person || kind === null || since === null || !line.isSound) return undefined;
  const place = placeOf(line, steps.importer);
  const input = {
    personId: person.id,
    kind,
    centerCode,
    postCode: post?.code ?? null,
    since: asInput(since),
  };
  const appointed = await steps.give(appointToPost, input, place);
  if (!appointed) return undefined;
  const { id, version } = rowOf(appointed, 'postHolding', PostHolding);
  if (until === null) return id;
  const end = { postHoldingId: id, expectedVersion: version, until: asInput(until) };
  return (await steps.give(endPost, end, place)) && id;
}

/** Records a leave. */
export async function enterLeave(line: PastLine, { steps }: PastTools): Promise<string | undefined> {
  const since = line.requiredDay('since');
  const until = line.requiredDay('until');
  const person = requirePerson(line);
  const kind = line.choice('kind', LEAVE_KIND_LABELS) ?? missing(line, 'kind');
  if (!person || kind === null || since === null || until === null) return undefined;
  const input = { personId: person.id, kind, since: asInput(since), until: asInput(until) };
  const given = await steps.give(recordLeave, input, placeOf(line, steps.importer));
  return given && rowOf(given, 'leave', Leave).id;
}

const requirePerson = (line: PastLine): Person | null => line.registered('person') ?? missing(line, 'person');

function missing(line: PastLine, column: string): null {
  if (line.text(column) !== null) return null;
  return line.wrong(column, { zh: '没有填写，请补充', en: 'This is missing. Add it' });
}
