import { describe, expect, it } from 'vitest';
import { readResident } from '../../../bench/builds/processes.ts';

describe('the memory of a process', () => {
  it('is what it has in memory, not what it could have', () => {
    expect(readResident('VmPeak:\t  900 kB\nVmHWM:\t  500 kB\nVmRSS:\t  400 kB\n')).toBe(409_600);
  });

  it('is nothing once the process has ended', () => {
    expect(readResident('')).toBe(0);
    expect(readResident('Name:\tnode\nState:\tZ (zombie)\n')).toBe(0);
  });
});
