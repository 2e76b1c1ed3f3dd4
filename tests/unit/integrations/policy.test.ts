import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { narrowPolicy } from '../../../src/integrations/policy.ts';

/** The hashes of `one()`, `a{}` and of nothing on the page. */
const ONE = "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='";
const RULE = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";
const OTHER = "'sha256-+jAaDZf/gsw7+sMK0aB6jezXYd4BKin3vwz8wR8rPw8='";

const ENCODING = '<meta charset="utf-8">';
const meta = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;

const narrow = (html: string) => narrowPolicy(Buffer.from(html)).toString();

/** A page as it is rendered, and as it should be. */
const rendered = (policy: string, rest: string) =>
  `<head>${ENCODING}<title>T</title>${meta(policy)}</head>${rest}`;
const page = (policy: string, rest: string) =>
  `<head>${ENCODING}${meta(policy)}<title>T</title></head>${rest}`;

describe('the policy of a page', () => {
  it('knows a script by its bytes, whatever language it speaks', () => {
    const rest = '<p>“Ça”</p><script>say("ça")</script>';
    const listed = `'sha256-${hash('sha256', 'say("ça")', 'base64')}'`;
    const policy = `script-src 'self' ${listed};`;
    expect(narrow(rendered(policy, rest))).toBe(page(policy, rest));
  });

  it('keeps the hashes of what stands in the page, and loses those of other pages', () => {
    const rest =
      '<style>a{}</style><script type="module" src="/a.js"></script><script>one()</script>';
    const before = `default-src 'self'; script-src 'self' ${OTHER} ${ONE}; style-src 'self' ${RULE} ${OTHER};`;
    const after = `default-src 'self'; script-src 'self' ${ONE}; style-src 'self' ${RULE};`;
    expect(narrow(rendered(before, rest))).toBe(page(after, rest));
  });

  it('stands ahead of all that it rules, after the encoding if the page tells it', () => {
    const policy = meta("script-src 'self';");
    expect(narrow(`<head><title>T</title>${policy}</head>`)).toBe(
      `<head>${policy}<title>T</title></head>`,
    );
  });

  it('stays strict where the page has nothing inline', () => {
    const narrowed = narrow(rendered(`script-src 'self' ${OTHER};`, '<p>Text</p>'));
    expect(narrowed).toContain(`content="script-src 'self';"`);
  });

  it('is all that changes: a hash that the text speaks of stays', () => {
    const rest = `<p>A policy may say ${OTHER}.</p>`;
    expect(narrow(rendered("script-src 'self';", rest))).toBe(page("script-src 'self';", rest));
  });
});
