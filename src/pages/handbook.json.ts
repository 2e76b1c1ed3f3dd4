import { getHandbook, location } from '../book.ts';
import { createCatalog } from '../handbook/catalog.ts';

export async function GET(): Promise<Response> {
  return Response.json(createCatalog(await getHandbook(), location));
}
