import { preview } from 'astro';
import { readLocation } from '../handbook/address.ts';
import build from './build.ts';
import { readOptions } from './options.ts';

/** `npm start`: builds the handbook into `dist/` and serves it at the address that it prints. */
export default async function start(args: string[]): Promise<void> {
  readOptions(args, {});
  await build([]);
  const { host = 'localhost', port } = await preview({ logLevel: 'error' });
  console.log(`\nThe handbook is at http://${host}:${port}${readLocation(process.env).base}\n`);
}
