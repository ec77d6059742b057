import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@mtg/service-kit';
import { Kind, OperationTypeNode, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context';
import { isRecord, MalformedAnswer, readAnswer, type ReportedError } from './answer';
import { ClientGone, withinDeadline } from './deadline';
import type { SubgraphEndpoint } from './endpoint';
import { cancelled, outcomeUnknown, passedOn, unavailable } from './errors';
import { clientStep, commonPath, placesOf, type Path, type Representation } from './paths';
import { compileShape, type Shape } from './shape';
import type { SubgraphTransport } from './transport';

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** One fetch of a query plan, as this file needs it. */
interface Fetch {
  readonly context: GatewayContext;
  readonly document: DocumentNode;
  readonly body: string;
  readonly representations: readonly Representation[];
  readonly place: Path;
  /** Whether it changes something. */
  readonly isCommand: boolean;
}

/**
 * Asks one subgraph. It never throws: whatever goes wrong becomes one error that is fit for the client, so that the
 * other subgraphs' data stays whole.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  /** By the document that the query plan holds, so that both are forgotten together. */
  readonly #shapes = new WeakMap<DocumentNode, Shape>();

  constructor(
    private readonly endpoint: SubgraphEndpoint,
    private readonly transport: SubgraphTransport,
    private readonly schema: GraphQLSchema,
    private readonly logger: Logger,
  ) {}

  async process(options: ProcessOptions): Promise<Answer> {
    const fetch = readFetch(options);
    const { operation, requestId, signal } = fetch.context;
    let text: string;
    try {
      text = await withinDeadline(operation.timeFor(this.endpoint.timeoutMs), signal, (limit) =>
        this.transport.post(fetch.body, headersFor(fetch.context, fetch.isCommand), limit),
      );
    } catch (error) {
      if (error instanceof ClientGone) return { errors: [cancelled()] };
      return this.#unavailable(fetch, error);
    }
    try {
      const { data, errors } = readAnswer(text);
      if (data && !this.#shapeOf(fetch.document)(data, fetch.representations.map(typeNameOf))) {
        throw new MalformedAnswer('"data" is not what the operation asked for');
      }
      if (data && fetch.place.length === 0) operation.remember(data);
      if (errors.length === 0) return { data };
      this.logger.warn({ requestId, subgraph: this.endpoint.name, errors }, 'errors reported by a subgraph');
      const placed = errors.map((error) => passedOn(error, this.endpoint, requestId, placeOf(error, fetch)));
      return { data, errors: placed };
    } catch (error) {
      return this.#unavailable(fetch, error);
    }
  }

  #unavailable(fetch: Fetch, reason: unknown): Answer {
    const { requestId } = fetch.context;
    this.logger.warn({ requestId, subgraph: this.endpoint.name, err: reason }, 'a subgraph does not answer');
    return { errors: [(fetch.isCommand ? outcomeUnknown : unavailable)(this.endpoint, whole(fetch))] };
  }

  #shapeOf(document: DocumentNode): Shape {
    let shape = this.#shapes.get(document);
    if (!shape) {
      shape = compileShape(this.schema, document);
      this.#shapes.set(document, shape);
    }
    return shape;
  }
}

function readFetch(options: ProcessOptions): Fetch {
  if (!('incomingRequestContext' in options)) {
    throw new Error('The supergraph is loaded from a file; no subgraph is asked for its schema');
  }
  const { query = '', operationName, variables = {} } = options.request;
  const { representations } = variables;
  // The planner is told to keep its documents; parsing is for a caller that does not.
  const document = options.document ?? parse(query);
  return {
    context: options.context,
    document,
    isCommand: document.definitions.some(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.MUTATION,
    ),
    body: JSON.stringify({ query, operationName, variables }),
    representations: Array.isArray(representations) ? representations.filter(isRecord) : [],
    place: options.pathInIncomingRequest ?? [],
  };
}

/** Nothing else of the client's request goes on: cookies, addresses and so on stay here. */
const headersFor = (
  { requestId, authorization, idempotencyKey }: GatewayContext,
  isCommand: boolean,
): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  'x-request-id': requestId,
  ...(authorization !== undefined && { authorization }),
  // For the command alone: the fetches that complete its answer are questions.
  ...(isCommand && idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
});

const typeNameOf = ({ __typename: name }: Representation): string => (typeof name === 'string' ? name : '');

/** Where in the client's answer an error of the subgraph belongs; undefined when it cannot be told. */
function placeOf({ path }: ReportedError, fetch: Fetch): Path | undefined {
  if (!path) return whole(fetch);
  if (fetch.place.length === 0) return path.map(clientStep);
  const [, index, ...rest] = path;
  const entity = typeof index === 'number' ? places(fetch)[index] : whole(fetch);
  return entity && [...entity, ...rest].map(clientStep);
}

/** The place of all that a fetch was to bring. */
function whole(fetch: Fetch): Path | undefined {
  return fetch.place.length === 0 ? rootField(fetch.document) : commonPath(places(fetch));
}

const places = ({ context, place, representations }: Fetch) =>
  placesOf(context.operation.tree, place, representations);

/** The one root field that a document asks for; undefined when there are several. */
function rootField(document: DocumentNode): Path | undefined {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const [first, ...others] = definition.selectionSet.selections;
    if (first?.kind !== Kind.FIELD || others.length > 0) return undefined;
    return [clientStep(first.alias?.value ?? first.name.value)];
  }
  return undefined;
}
