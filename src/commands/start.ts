import { preview } from 'astro';
import { readLocation } from '../handbook/address.ts';
import build from './build.ts';

/** `npm start`: builds the handbook into `dist/` and serves it at the address that it prints. */
export default async function start(): Promise<void> {
  await build([]);
  const { host = 'localhost', port } = await preview({ logLevel: 'error' });
  console.log(`\nThe handbook is at http://${host}:${port}${readLocation(process.env).base}\n`);
}
