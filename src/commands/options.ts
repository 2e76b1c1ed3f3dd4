import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Arguments that a command doesn't take. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/**
 * Reads the options of a command.
 *
 * @throws {OptionError} that says what was found and what was expected
 */
export function readOptions<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new OptionError(
      `${error instanceof Error ? error.message : error}. Expected ${known.join(', ') || 'no options'}.`,
    );
  }
}
