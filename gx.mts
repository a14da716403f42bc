import { engineerExample, examplePayload, EXAMPLE_NAMES } from './tools/testing/src/index.ts'
import { drawPid, lintDrawing } from './packages/drawing/src/index.ts'
const base = (n: string, c = {}) => ({ ...examplePayload(n as never), ...c })
const cases: [string, any][] = [...EXAMPLE_NAMES.map((n) => [n, examplePayload(n)] as [string, any]),
 ...['subarctic','temperate','arid_hot','tropical'].flatMap((z) => ['commercial_ac','dod_no_bess'].map((n) => [n+z, base(n,{climate_zone:z})] as [string, any])),
 ['sub2000', base('commercial_ac',{climate_zone:'subarctic',target_gpu_count:112000, source_capacity_mw:800, bess_capacity_mwh:2000})],
 ['one', base('commercial_ac',{target_gpu_count:56,source_capacity_mw:0.4,bess_coupling:'none',bess_capacity_mwh:0})]]
for (const [n,p] of cases) { try { for (const q of lintDrawing(drawPid(engineerExample(p)))) console.log(n, q.code, q.sheet_id, q.message, q.at?.map(Math.round)) } catch (e) { console.log(n, 'ERROR', String(e)) } }
