import { dev as serve } from 'astro';

/** `npm run dev`: serves the handbook while somebody writes it, and shows a change as it is saved. */
export default async function dev(): Promise<void> {
  await serve({});
}
