import { execFile } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What a server proves itself with, good for a day. */
export interface Certificate {
  /** The certificate and its key, in one PEM. */
  pem: string;
  /** The digest of its public key that Chromium is told to trust: it caches nothing of a server that it doesn't. */
  digest: string;
}

/** @throws {Error} where OpenSSL is missing */
export async function makeCertificate(): Promise<Certificate> {
  const { stdout: pem } = await execute('openssl', [
    ...['req', '-x509', '-days', '1', '-nodes', '-batch'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', '-', '-out', '-'],
  ]).catch((error) => {
    throw new Error('This needs the command "openssl" for the certificate of its server.', {
      cause: error,
    });
  });
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return { pem, digest: createHash('sha256').update(key).digest('base64') };
}
