import { examplePayload, repositoryText } from '@edp/testing'
import { expect, test } from 'vitest'

import { jobOf } from '../src/jobs/job-record.ts'

test('the job id of the README is that of its payload', () => {
  expect(repositoryText('README.md')).toContain(
    `/edp-api/jobs/${jobOf(examplePayload('federal_ac')).job_id} `,
  )
})
