import type { APIContext } from 'astro';
import { getHandbook, getTwin } from '../../book.ts';
import { twinsOf } from '../../handbook/markdown/twin.ts';

export async function getStaticPaths() {
  const book = await getHandbook();
  return twinsOf(book).map(({ id, chapter }) => ({
    params: { chapter: id },
    props: { chapter, book },
  }));
}

export async function GET({ props: { chapter, book } }: APIContext): Promise<Response> {
  return new Response(await getTwin(chapter, book));
}
