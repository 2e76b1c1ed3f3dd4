import { evaluate, type HastPluginDefinition } from 'satteri';
import { MARKDOWN_FEATURES } from '../../../src/handbook/chapter-text.ts';

type Props = Record<string, unknown>;
type Component = (props: Props) => string;

/** Components as tags, so that a test can read what stands in which. */
const jsx = (type: string | Component, { children = '', ...props }: Props): string => {
  const text = [children].flat().join('');
  if (typeof type === 'function') return type({ ...props, children: text });
  const attributes = Object.entries(props).map(([name, value]) => ` ${name}="${value}"`);
  return `<${type}${attributes.join('')}>${text}</${type}>`;
};

/**
 * Compiles a chapter's text with plugins, as the build does, and renders it: every component becomes
 * an element of its name. Line breaks are left out.
 *
 * @param props what the page that renders the text passes to it
 */
export async function render(
  source: string,
  hastPlugins: HastPluginDefinition[],
  props: Props = {},
): Promise<string> {
  const { default: content } = await evaluate(source, {
    features: MARKDOWN_FEATURES,
    fileURL: new URL('file:///book/chapters/first-steps.mdx'),
    hastPlugins,
    Fragment: ({ children }: Props) => String(children),
    jsx: jsx as never,
    jsxs: jsx as never,
  });
  const components = { Opening: 'Opening', Section: 'Section' };
  return (content as Component)({ components, ...props }).replaceAll('\n', '');
}
