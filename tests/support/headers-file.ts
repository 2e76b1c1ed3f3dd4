/** A rule of a `_headers` file: an address, and below it, indented, its headers. */
export interface Rule {
  path: string;
  /** `X-Content-Type-Options: nosniff` */
  headers: string[];
}

export function readRules(text: string): Rule[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [path = '', ...headers] = block.split('\n').map((line) => line.trim());
      return { path, headers };
    });
}

/** The headers of all rules that hosts apply to an address: `*` is anything, `:name` one segment. */
export function headersFor(rules: Rule[], address: string): string[] {
  return rules.filter((rule) => covers(rule, address)).flatMap(({ headers }) => headers);
}

function covers({ path }: Rule, address: string): boolean {
  const pattern = path
    .replace(/[.+?^$()[\]{}|]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(address);
}
