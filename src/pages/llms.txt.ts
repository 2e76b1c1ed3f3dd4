import { getHandbook, location } from '../book.ts';
import { writeLlms } from '../handbook/markdown/llms.ts';

export async function GET(): Promise<Response> {
  return new Response(writeLlms(await getHandbook(), location));
}
