import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Some thousand documents as programs send them; a parsed document takes some hundred times as many bytes. */
const CHARACTERS = 500_000;

/** The documents used last that were parsed and validated, limited by the length of their text. */
export class PreparedDocuments implements DocumentStore {
  /** A Map keeps the order of insertion: the one used longest ago comes first. */
  readonly #documents = new Map<string, DocumentNode>();
  #characters = 0;

  constructor(private readonly most = CHARACTERS) {}

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(hashIn(key));
    if (document) {
      this.#documents.delete(hashIn(key));
      this.#documents.set(hashIn(key), document);
    }
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#documents.set(hashIn(key), document);
    this.#characters += lengthOf(document);
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= this.most) break;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.#documents.get(hashIn(key));
    if (document) this.#characters -= lengthOf(document);
    return this.#documents.delete(hashIn(key));
  }

  /** @param hash of a document's text, as Apollo Server makes it */
  has(hash: string): boolean {
    return this.#documents.has(hash);
  }
}

/** Apollo Server puts the schema's hash before the document's; a gateway has one schema. */
const hashIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

const lengthOf = ({ loc }: DocumentNode): number => loc?.source.body.length ?? 0;
