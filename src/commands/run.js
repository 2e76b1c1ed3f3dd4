// Plain JavaScript that any Node can read: what it starts needs a newer one than many machines have.
import { createRequire } from 'node:module';

const [command, ...args] = process.argv.slice(2);
const { engines } = createRequire(import.meta.url)('../../package.json');
const wanted = Number(engines.node.replace(/\D/g, ''));

if (Number.parseInt(process.versions.node, 10) < wanted) {
  console.error(
    `This needs Node ${wanted} or newer, and runs on ${process.versions.node}. "npm ci" brings one along for most systems; on others, install it from nodejs.org.`,
  );
  process.exit(1);
}

// Astro would report its use, and would leave the terminal where it thinks that a program drives it.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DEV_BACKGROUND = '0';
process.env.ASTRO_PREVIEW_BACKGROUND = '0';

// Astro would let variables of these names, which many tools set, stand in for what it is configured with.
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR']) {
  delete process.env[name];
}

/** Errors that tell whoever started the command all there is to know: where we threw them adds nothing. */
const TOLD_WHOLE = [
  'CardsError',
  'CompressError',
  'ContentError',
  'LedgerError',
  'LocationError',
  'OptionError',
  'OutDirError',
];

const { default: run } = await import(`./${command}.ts`);
try {
  await run(args);
} catch (error) {
  if (!TOLD_WHOLE.includes(error.name)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
