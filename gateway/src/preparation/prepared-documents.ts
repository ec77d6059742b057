import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Some thousand documents as programs send them; a parsed document takes some hundred times as many bytes. */
const CHARACTERS = 500_000;

/** The documents used last that were parsed and validated, limited by the length of their text. */
export class PreparedDocuments implements DocumentStore {
  readonly #documents: LRUCache<string, DocumentNode>;

  /** @param most characters that are kept, in all documents */
  constructor(most = CHARACTERS) {
    this.#documents = new LRUCache({ maxSize: most, sizeCalculation: lengthOf });
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(hashIn(key));
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(hashIn(key), document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(hashIn(key));
  }

  /** @param hash of a document's text, as Apollo Server makes it */
  has(hash: string): boolean {
    return this.#documents.has(hash);
  }
}

/** Apollo Server puts the schema's hash before the document's; a gateway has one schema. */
const hashIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

const lengthOf = ({ loc }: DocumentNode): number => Math.max(1, loc?.source.body.length ?? 0);
