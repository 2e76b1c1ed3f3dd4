import { describe, expect, it } from 'vitest';
import { count, duration, firstSentence, forWhom } from '../../src/handbook/prose.ts';

describe('the readers of a chapter', () => {
  it.each([
    [['mentor'] as const, 'For mentors'],
    [['tech-lead', 'new-manager'] as const, 'For tech leads and new managers'],
    [
      ['engineer', 'manager', 'manager-of-managers'] as const,
      'For engineers, managers, and managers of managers',
    ],
  ])('%j are named as a list', (audience, expected) => {
    expect(forWhom(audience)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0 sections'],
    [1, '1 section'],
    [14, '14 sections'],
  ])('stand with their noun: %i', (number, expected) => {
    expect(count(number, 'section')).toBe(expected);
  });

  it.each([
    [1, '1 minute'],
    [7, '7 minutes'],
  ])('of minutes are durations: %i', (minutes, expected) => {
    expect(duration(minutes)).toBe(expected);
  });
});

describe('the first sentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['Is it so? It is.', 'Is it so?'],
    ['It takes 1.5 years. Then more.', 'It takes 1.5 years.'],
    ['No full stop', 'No full stop'],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(firstSentence(text)).toBe(expected);
  });
});
