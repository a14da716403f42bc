// Makes the manifest of 2,000 compute containers and writes it to the file named, piece by piece. Prints what it found.
import { closeSync, openSync, writeSync } from 'node:fs'

import { buildDtm, dtmJsonChunks, endpointKey } from '@edp/dtm'
import { engineerExample, examplePayload, exampleTopologies } from '@edp/testing'

const CONTAINERS = 2000
const GPUS_PER_CONTAINER = 56

const payload = examplePayload('commercial_dc_ext', { target_gpu_count: CONTAINERS * GPUS_PER_CONTAINER })
const dtm = buildDtm(engineerExample(payload), exampleTopologies(payload))
const file = openSync(process.argv[2] ?? '', 'w')
let bytes = 0
let longest = 0
for (const chunk of dtmJsonChunks(dtm)) {
  bytes += writeSync(file, chunk)
  longest = Math.max(longest, chunk.length)
}
closeSync(file)
console.log(
  JSON.stringify({
    containers: dtm.modules.filter(({ module_type }) => module_type === 'compute_container').length,
    devices: dtm.devices.length,
    ids: new Set(dtm.devices.map(({ device_uuid }) => device_uuid)).size,
    endpoints: new Set(dtm.devices.map(endpointKey)).size,
    bytes,
    longest,
    peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
