import type { GraphQLDataSource } from '@apollo/gateway';
import { TIME_LEFT_HEADER, type Logger } from '@mtg/service-kit';
import { Kind, OperationTypeNode, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context';
import { isRecord, MalformedAnswer, readAnswer, type ReportedError } from './answer';
import { ClientGone, withinDeadline } from './deadline';
import type { SubgraphEndpoint } from './endpoint';
import { clientPath } from './client-document';
import { cancelled, notSent, outcomeUnknown, passedOn, unavailable, type SubgraphError } from './errors';
import { commonPath, placesOf, type Path, type Representation } from './paths';
import { rootPaths } from './root-fields';
import { compileShape, type Shape } from './shape';
import type { SubgraphTransport } from './transport';

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** One fetch of a query plan, as this file needs it. */
interface Fetch {
  readonly context: GatewayContext;
  readonly document: DocumentNode;
  readonly body: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly representations: readonly Representation[];
  readonly place: Path;
  /** A path in the client's own names. */
  readonly named: (path: Path) => Path;
  /** True if it changes something. */
  readonly isCommand: boolean;
}

/**
 * Asks one subgraph. It never throws: whatever goes wrong becomes errors that are fit for the client, one for each place
 * that stays null, so that the other subgraphs' data stays whole.
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
    let sent = false;
    const onSent = () => void (sent = true);
    const timeLeftMs = operation.timeFor(this.endpoint.timeoutMs);
    try {
      text = await withinDeadline(timeLeftMs, signal, (limit) =>
        // Of a query it does not matter whether it was sent.
        this.transport.post(
          fetch.body,
          headersFor(fetch.context, fetch.isCommand, timeLeftMs),
          limit,
          fetch.isCommand ? onSent : undefined,
        ),
      );
    } catch (error) {
      if (error instanceof ClientGone) return { errors: [cancelled()] };
      const unknown = fetch.isCommand && sent;
      return this.#unavailable(
        fetch,
        error,
        unknown ? outcomeUnknown : fetch.isCommand ? notSent : unavailable,
      );
    }
    try {
      const { data, errors } = readAnswer(text);
      if (data && !this.#shapeOf(fetch.document)(data, fetch.representations.map(typeNameOf))) {
        throw new MalformedAnswer('"data" is not what the operation asked for');
      }
      if (data && fetch.place.length === 0) operation.remember(data);
      if (errors.length === 0) return { data };
      this.logger.warn(
        { requestId, subgraph: this.endpoint.name, errors: errors.map(loggable) },
        'errors reported by a subgraph',
      );
      const placed = errors.flatMap((error) =>
        this.#placesOfError(error, fetch).map((path) => passedOn(error, this.endpoint, requestId, path)),
      );
      return { data, errors: placed };
    } catch (error) {
      return this.#unavailable(fetch, error, fetch.isCommand ? outcomeUnknown : unavailable);
    }
  }

  #unavailable(
    fetch: Fetch,
    reason: unknown,
    describe: (endpoint: SubgraphEndpoint, path: Path | undefined) => SubgraphError,
  ): Answer {
    const { requestId } = fetch.context;
    this.logger.warn({ requestId, subgraph: this.endpoint.name, err: reason }, 'a subgraph does not answer');
    return { errors: this.#wholePlaces(fetch).map((path) => describe(this.endpoint, path)) };
  }

  /** Where in the client's answer an error of the subgraph belongs. */
  #placesOfError({ path }: ReportedError, fetch: Fetch): readonly (Path | undefined)[] {
    if (!path) return this.#wholePlaces(fetch);
    if (fetch.place.length === 0) return [fetch.named(path)];
    const [, index, ...rest] = path;
    const entity = typeof index === 'number' ? placesOfEntities(fetch)[index] : undefined;
    return entity ? [fetch.named([...entity, ...rest])] : this.#wholePlaces(fetch);
  }

  /** The places of all that a fetch was to bring: each root field, or what its entities have in common. */
  #wholePlaces(fetch: Fetch): readonly (Path | undefined)[] {
    if (fetch.place.length === 0)
      return rootPaths(this.schema, fetch.document, fetch.variables).map(fetch.named);
    const common = commonPath(placesOfEntities(fetch)) ?? beforeLists(fetch.place);
    return [common && fetch.named(common)];
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
  const { document: asked, request } = options.incomingRequestContext;
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
    variables,
    representations: Array.isArray(representations) ? representations.filter(isRecord) : [],
    place: options.pathInIncomingRequest ?? [],
    named: (path) => (asked ? clientPath(asked, request.operationName, path) : path),
  };
}

/** Nothing else of the client's request goes on: cookies, addresses and so on stay here. */
const headersFor = (
  { requestId, authorization, idempotencyKey }: GatewayContext,
  isCommand: boolean,
  timeLeftMs: number,
): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  'x-request-id': requestId,
  [TIME_LEFT_HEADER]: String(timeLeftMs),
  ...(authorization !== undefined && { authorization }),
  // For the command alone: the fetches that complete its answer are queries.
  ...(isCommand && idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
});

const typeNameOf = ({ __typename: name }: Representation): string => (typeof name === 'string' ? name : '');

/** Selects the parts of an error that may be logged. Its message may quote a client's text. */
const loggable = ({ path, extensions: { code, field } }: ReportedError) => ({ code, path, field });

const placesOfEntities = ({ context, place, representations }: Fetch) =>
  placesOf(context.operation.tree, place, representations);

/** Of a place in the plan, what is certain without looking at data. */
function beforeLists(place: Path): Path | undefined {
  const first = place.indexOf('@');
  const certain = first < 0 ? place : place.slice(0, first);
  return certain.length > 0 ? certain : undefined;
}
