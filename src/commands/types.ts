import { check, parseArgsAsCheckConfig } from '@astrojs/check';
import { sync } from 'astro';
import { readOptions } from './options.ts';

/** `npm run types`: checks the types of every .ts and .astro file. Exits with 1 where they don't fit. */
export default async function types(args: string[]): Promise<void> {
  readOptions(args, {});
  await sync({ logLevel: 'warn' });
  if (await check(parseArgsAsCheckConfig([]))) process.exitCode = 1;
}
