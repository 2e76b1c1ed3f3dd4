import { load } from 'js-yaml';
import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** A YAML text that fits its schema. */
export interface YamlFile<T> {
  /** The file, as a path from where the command was started. */
  file: string;
  data: T;
  /**
   * The line of the key or the item at `path`, counted from 1; of its nearest parent where nothing stands at `path`.
   */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses a YAML text and holds it against a schema.
 *
 * @param text the YAML
 * @param options.file the path for messages
 * @param options.firstLine the line of the file that the text begins on (frontmatter begins on the second)
 * @returns the data with its lines, or every problem of syntax or shape
 */
export function parseYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  { file, firstLine = 1 }: { file: string; firstLine?: number },
): { yaml: YamlFile<z.infer<S>>; problems: [] } | { yaml: undefined; problems: Problem[] } {
  let placed: PlacedYaml | undefined;
  const place = () => {
    placed ??= placeYaml(text, firstLine);
    return placed;
  };
  const lineOf = (path: readonly PropertyKey[]) => place().lineOf(path);

  let raw = readPlainly(text);
  if (raw === undefined) {
    const errors = place().errors;
    if (errors.length > 0) {
      return {
        yaml: undefined,
        problems: errors.map(({ code, line, message }) => ({
          file,
          line,
          found: `YAML that can't be read: ${message}`,
          expected: 'well-formed YAML',
          mend:
            code === 'DUPLICATE_KEY'
              ? 'remove or rename the second of the two'
              : 'mend the syntax here or just above; text with ": " or a leading sign needs quotes',
        })),
      };
    }
    raw = place().toJS();
  }

  const result = schema.safeParse(raw);
  if (result.success) return { yaml: { file, data: result.data, lineOf }, problems: [] };
  return {
    yaml: undefined,
    problems: result.error.issues.map((issue) => toProblem(issue, raw, file, lineOf)),
  };
}

/**
 * What the two parsers may take for different things: tabs, lone carriage returns, directives, marks
 * between documents, indentation by numbers, and where a key or a value begins an anchor, an alias, a tag,
 * "?" or no key at all. Books rarely hold any of it.
 */
const UNSURE =
  /[\t\uFEFF]|\r(?!\n)|^%|^\s*(?:---|\.\.\.)|[|>][-+]?\d|(?:^|[\s,[{])(?:[!&*?]|(?:~|null)?\s*:(?![^\s,\]}]))/im;

/**
 * The data of a text that is well-formed, without its lines: in an eighth of the time that it takes to
 * know where everything stands.
 *
 * @returns nothing where only the parser that knows the lines can tell what the text is
 */
function readPlainly(text: string): unknown {
  if (UNSURE.test(text)) return undefined;
  try {
    return load(text);
  } catch {
    return undefined;
  }
}

/** A YAML text in which everything has its line, counted from the first one of its file. */
interface PlacedYaml {
  errors: { code: string; line: number; message: string }[];
  toJS(): unknown;
  lineOf: YamlFile<unknown>['lineOf'];
}

function placeYaml(text: string, firstLine: number): PlacedYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const last = path[length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find(({ key }) => String(key) === String(last));
        const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
        if (range) return lineAt(range[0]);
      }
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  const errors = syntaxErrors(document).map(({ code, offset, message }) => ({
    code,
    line: lineAt(offset),
    message,
  }));
  return { errors, toJS: () => document.toJS(), lineOf };
}

/** What the parser reports, and what it would only throw when the data is asked for. */
function syntaxErrors(document: Document.Parsed) {
  const errors = document.errors.map(({ code, pos, message }) => ({
    code: String(code),
    offset: pos[0],
    message,
  }));
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const message = `an alias of nothing, "*${alias.source}"`;
      errors.push({ code: 'BAD_ALIAS', offset: alias.range?.[0] ?? 0, message });
    },
  });
  return errors;
}

function toProblem(
  issue: z.core.$ZodIssue,
  raw: unknown,
  file: string,
  lineOf: YamlFile<unknown>['lineOf'],
): Problem {
  const name = issue.path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return {
      file,
      line: lineOf([...issue.path, issue.keys[0] ?? '']),
      found: `${name}: a key that has no meaning here: ${keys}`,
      expected: 'only the fields that the schema names',
      mend: 'remove it, or mend its spelling; the fields are described in src/handbook/schema.ts',
    };
  }
  const value = valueAt(raw, issue.path);
  const missing = value === undefined;
  return {
    file,
    line: lineOf(issue.path),
    found: missing ? `${name}: nothing` : `${name}: ${describe(value)}`,
    expected: expectation(issue),
    mend: missing ? `add "${String(issue.path.at(-1))}"` : 'change the value',
  };
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'record' || issue.expected === 'object'
        ? 'a map of keys and values'
        : `a value of type ${issue.expected}`;
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join('; ');
    default:
      return issue.message;
  }
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    raw,
  );
}

function describe(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
