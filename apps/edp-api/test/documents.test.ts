import { buildBom, buildSchedule, renderBomXlsx, renderScheduleXlsx } from '@edp/bom'
import { buildDtm, parseDtm, toSeedDtm } from '@edp/dtm'
import { buildInstallationGraph } from '@edp/installation-graph'
import { BomDocument, InstallationGraph, ScheduleDocument } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload, exampleTopologies } from '@edp/testing'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)

  test('BOM and schedule are what their schemas say', () => {
    expect(BomDocument.safeParse(buildBom(site)).error).toBeUndefined()
    expect(ScheduleDocument.safeParse(buildSchedule(site)).error).toBeUndefined()
  })

  test('every connection and every item of the site stands in schedule and BOM', () => {
    const rows = new Set(buildSchedule(site).entries.map((entry) => entry.connection.connection_id))
    expect(site.connections.filter((c) => !rows.has(c.connection_id))).toEqual([])
    const lines = new Set(buildBom(site).lines.map((line) => line.item_id))
    expect(site.items.filter((item) => !lines.has(item.item_id))).toEqual([])
  })

  test('the manifest parses, also in the seed keys alone, and its endpoints are of this machine', () => {
    const dtm = buildDtm(site, exampleTopologies(site.payload))
    expect(parseDtm(JSON.parse(JSON.stringify(dtm))).devices).toHaveLength(dtm.devices.length)
    expect(parseDtm(toSeedDtm(dtm)).modules).toHaveLength(site.modules.filter((m) => m.in_dtm).length)
    expect(dtm.devices.filter((d) => !d.host.startsWith('127.'))).toEqual([])
    expect(new Set(dtm.devices.map((d) => d.device_uuid)).size).toBe(dtm.devices.length)
  })

  test('the installation graph runs forward and names connections that exist', () => {
    const graph = buildInstallationGraph(site)
    expect(InstallationGraph.safeParse(graph).error).toBeUndefined()
    const tasks = new Map(graph.tasks.map((task) => [task.task_id, task]))
    const ids = new Set(site.connections.map((c) => c.connection_id))
    for (const task of graph.tasks) {
      for (const id of task.predecessors)
        expect(tasks.get(id)?.early_finish_d).toBeLessThanOrEqual(task.early_start_d + 1e-9)
      for (const id of task.connection_ids) expect(ids.has(id)).toBe(true)
      expect(task.total_float_d).toBeGreaterThanOrEqual(0)
    }
  })
})

test('workbooks are the same bytes twice', async () => {
  const site = engineerExample({ ...examplePayload('commercial_ac'), deployment_site_name: '=1+1' })
  const [bom, schedule] = [buildBom(site), buildSchedule(site)]
  expect(await renderBomXlsx(bom)).toEqual(await renderBomXlsx(bom))
  expect(await renderScheduleXlsx(schedule)).toEqual(await renderScheduleXlsx(schedule))
})
