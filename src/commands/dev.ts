import { dev as serve } from 'astro';
import { readLocation } from '../handbook/address.ts';
import { readOptions } from './options.ts';

/** `npm run dev`: serves the handbook while somebody writes it, and shows a change as it is saved. */
export default async function dev(args: string[]): Promise<void> {
  readOptions(args, {});
  readLocation(process.env);
  await serve({});
}
