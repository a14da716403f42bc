import { expect, test } from 'vitest'

import { profileRows, profileText, type CpuProfile } from './profile-summary.ts'

const frame = (functionName: string): CpuProfile['nodes'][number]['callFrame'] => ({
  functionName,
  url: functionName === '(idle)' ? '' : 'file:///dist/cli.js',
  lineNumber: 9,
})
const profile: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('main'), children: [2, 3] },
    { id: 2, callFrame: frame('draw'), children: [4] },
    { id: 3, callFrame: frame('(idle)') },
    { id: 4, callFrame: frame('draw') },
  ],
  samples: [1, 2, 3, 4, 4],
  timeDeltas: [1000, 2000, 9000, 4000, 4000],
}

test('a function has its own time and that of what it calls; a recursive one is counted once', () => {
  expect(profileRows(profile)).toEqual([
    { name: 'draw cli.js:10', self_ms: 10, total_ms: 10 },
    { name: 'main cli.js:10', self_ms: 1, total_ms: 11 },
  ])
})

test('the table shows shares of all but idle time', () => {
  expect(profileText(profileRows(profile), 1)).toContain('90.9 %')
})
