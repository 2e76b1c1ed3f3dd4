import { getHandbook, getTwin, location } from '../book.ts';
import { writeWhole } from '../handbook/markdown/llms.ts';

export async function GET(): Promise<Response> {
  const book = await getHandbook();
  const twins = await Promise.all(book.chapters.map((chapter) => getTwin(chapter, book)));
  return new Response(writeWhole(book, twins, location));
}
