import { Agent, request } from 'node:http';

/** A client that keeps its connections open, and asks the same question over each as soon as the last is answered. */
export class Client {
  #agent;
  #options;
  #body;

  constructor(url, token, question, connections) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.#body = Buffer.from(JSON.stringify(question));
    this.connections = connections;
    this.#options = [
      url,
      {
        method: 'POST',
        agent: this.#agent,
        headers: {
          'content-type': 'application/json',
          'content-length': this.#body.length,
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
      },
    ];
  }

  /** The text of one answer. */
  ask() {
    return new Promise((resolve, reject) => {
      request(...this.#options, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks);
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`status ${response.statusCode}: ${text.toString()}`));
        });
      })
        .on('error', reject)
        .end(this.#body);
    });
  }

  /** The answer's data. @throws Error where there are errors */
  async data() {
    const { data, errors } = JSON.parse((await this.ask()).toString());
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Asks over all connections for so long. @returns milliseconds that each answer took */
  async keepAsking(milliseconds) {
    const expected = (await this.ask()).length;
    const end = performance.now() + milliseconds;
    const took = [];
    const loop = async () => {
      for (let start = performance.now(); start < end; start = performance.now()) {
        const { length } = await this.ask();
        took.push(performance.now() - start);
        if (length !== expected) throw new Error(`an answer of ${length} bytes after one of ${expected}`);
      }
    };
    await Promise.all(Array.from({ length: this.connections }, loop));
    return took;
  }

  close() {
    this.#agent.destroy();
  }
}
