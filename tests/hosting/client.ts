import { readFileSync } from 'node:fs';
import {
  type ClientHttp2Session,
  connect,
  type IncomingHttpHeaders,
  type IncomingHttpStatusHeader,
} from 'node:http2';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { inject } from 'vitest';

/** What a server has answered. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came, compressed where it was. */
  sent: Buffer;
}

export interface Client extends Disposable {
  /**
   * Asks for an address, without following where it leads.
   *
   * @param headers what is said beside it; `:method` is another than GET
   */
  ask(address: string, headers?: Record<string, string>): Promise<Answer>;
}

/** A connection to a server on this machine: HTTP/2 over TLS, as browsers talk to it. */
export function openSession({ port }: { port: number }): ClientHttp2Session {
  const session = connect(`https://localhost:${port}`, {
    ca: readFileSync(inject('certificate').cert),
  });
  // Whoever asks is told: a request that fails says why.
  return session.on('error', () => {});
}

/** A client that asks over one connection, and over a new one where a server has closed that. */
export function openClient(server: { port: number }): Client {
  let session = openSession(server);
  return {
    ask(address, headers) {
      if (session.closed) session = openSession(server);
      return ask(session, address, headers);
    },
    [Symbol.dispose]: () => session.destroy(),
  };
}

function ask(
  session: ClientHttp2Session,
  address: string,
  extra: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = session.request({ ':path': address, ...extra });
    const chunks: Buffer[] = [];
    let headers: IncomingHttpHeaders & IncomingHttpStatusHeader = {};
    request.on('response', (got) => {
      headers = got;
    });
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', reject);
    request.on('end', () => {
      resolve({ status: headers[':status'] ?? 0, headers, sent: Buffer.concat(chunks) });
    });
  });
}

/** What an answer holds, unpacked where it came compressed. */
export function unpack({ sent, headers: { 'content-encoding': coding } }: Answer): Buffer {
  if (coding === 'br') return brotliDecompressSync(sent);
  if (coding === 'gzip') return gunzipSync(sent);
  return sent;
}
