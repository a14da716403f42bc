import type { SiteModel } from '@edp/schemas'

import { designBasis } from '../basis/design-basis.ts'
import { selectBess, sizeBess } from '../bess/size-bess.ts'
import { blockWirings } from '../connections/block-wirings.ts'
import { continuedCircuits } from '../connections/continued-circuits.ts'
import { auxiliaryCurrent } from '../connections/inside-supply.ts'
import { itCurrents } from '../connections/it-currents.ts'
import { largestWay } from '../connections/largest-way.ts'
import { portTable } from '../connections/ports.ts'
import { siteConnections } from '../connections/site-connections.ts'
import { siteTypicals } from '../connections/site-typicals.ts'
import { coolingCables } from '../cooling/cooling-cables.ts'
import { sizeCooling } from '../cooling/size-cooling.ts'
import { withBondingJumpers } from '../electrical/bonding-jumpers.ts'
import { CABLE_AMBIENT } from '../electrical/correction-factors.ts'
import { coreSupply } from '../electrical/core-supply.ts'
import { siteElectrical } from '../electrical/site-electrical.ts'
import { SPINE_TRANSFORMER, spineSupply } from '../electrical/spine-supply.ts'
import { siteFindings } from '../findings/site-findings.ts'
import { siteItems } from '../items/site-items.ts'
import { hostedMass } from '../layout/hosted-mass.ts'
import { placeModules } from '../layout/site-layout.ts'
import { containerBudget } from '../loads/container-budget.ts'
import { planBlocks } from '../loads/plan-blocks.ts'
import { siteLoads } from '../loads/site-loads.ts'
import { DEMAND_FACTORS } from '../loads/demand-factors.ts'
import { spinesOfBlocks } from '../network/fabric.ts'
import { designNetwork } from '../network/design-network.ts'
import { withFabricChannels } from '../network/with-fabric-channels.ts'
import { oobPortsTaken } from '../network/management-leads.ts'
import { conditionFacts } from './conditions.ts'
import { designRevision } from './design-revision.ts'
import { byBlock, byKind } from './group-modules.ts'
import type { SiteInput } from './site-input.ts'

/**
 * Engineers a site: loads, battery, blocks, site plan, electrical design, cooling, network, every connection and every item,
 * with the working of each figure and what a reviewer would object to.
 *
 * @throws {EdpError} `invalid_catalogue` when the catalogue has no battery for the profile, `dangling_port` when ports do
 * not mate, `size_limit` when a container alone is above the limit of a block.
 * @example engineerSite({ payload, resolution, plate_ids: ['CG', 'CD', 'EX-G', 'EX-C'], compute, grid: null }).loads.site_kw
 */
export function engineerSite(input: SiteInput): SiteModel {
  const { payload, resolution, compute, grid } = input
  const facts = conditionFacts(payload, resolution)
  const specs = grid === null ? [compute] : [compute, grid]

  const budget = containerBudget(resolution.gpu_variant, resolution.climate_zone)
  const selection = selectBess(resolution, grid, facts)
  const bessType = selection?.type ?? null
  const auxiliaryKw = bessType?.auxiliary_kw ?? 0
  const plans = planBlocks({
    grid,
    containers: resolution.compute_container_count,
    container_kw: budget.max_kw,
    demand_factor: DEMAND_FACTORS[payload.primary_workload],
    bess_units: selection?.units ?? 0,
    bess_unit_auxiliary_kw: auxiliaryKw,
  })
  const loads = siteLoads(payload, resolution, budget, {
    grids: grid === null ? 0 : plans.length,
    bess_units: selection?.units ?? 0,
    bess_unit_auxiliary_kw: auxiliaryKw,
    spine_kw: plans.reduce((sum, plan) => sum + plan.spine_kw, 0),
    core_kw: plans.reduce((sum, plan) => sum + plan.core_kw, 0),
  })
  const bess = selection === null ? null : sizeBess(selection, resolution, loads)

  const spines = spinesOfBlocks(plans.map((plan) => plan.compute))
  const spine_supply = spineSupply(Math.max(...spines))
  const core_supply = grid === null ? coreSupply(compute) : null

  const oob_ports_taken = oobPortsTaken(grid ?? compute)
  const { blocks, modules, layout } = placeModules({
    payload,
    resolution,
    facts,
    compute,
    grid,
    bess: bessType,
    blocks: plans.map((plan, index) => ({
      ...plan,
      hosted_kg: hostedMass({
        role: grid === null ? 'compute_container' : 'grid_container',
        spines: spines[index] ?? 0,
        spine_supply,
        core_supply: index === 0 ? core_supply : null,
        has_transformer: grid?.components.some(({ id }) => id === SPINE_TRANSFORMER) === true,
        oob_ports_taken,
      }),
    })),
  })
  const modulesOfBlock = byBlock(modules)
  const designedElectrical = siteElectrical({
    payload,
    resolution,
    blocks,
    plans,
    modulesOfBlock,
    loads,
    bess: bessType,
    charge_kw: bess?.charge_power_kw ?? 0,
    compressor_kw: budget.compressor_kw,
    auxiliary_a: auxiliaryCurrent(grid),
    container_way_a: largestWay(compute, facts),
    spine_supply,
  })
  const cooling = sizeCooling({
    hosted: { spines, grid },
    cables: coolingCables(compute, facts),
    resolution,
    spec: compute,
    node_kw: budget.node_kw,
    network_kw: budget.network_kw,
  })
  const designedNetwork = designNetwork({
    resolution,
    blocks,
    modules,
    oob_ports_taken,
    spine_racks_count: spine_supply?.pdu_pairs ?? 0,
    core_rack: core_supply !== null,
  })

  const wirings = blockWirings({
    blocks,
    electrical: designedElectrical.blocks,
    modules,
    modulesOfBlock,
    ports: portTable(specs, facts),
    cooling: cooling.cooling,
    network: designedNetwork.network,
    compute,
    grid,
    ...CABLE_AMBIENT[resolution.climate_zone],
  })
  const between = siteConnections(wirings, modules)
  const electrical = withBondingJumpers(designedElectrical, between)
  const typicals = siteTypicals({
    compute,
    grid,
    facts,
    cooling: cooling.cooling,
    modules,
    blocks,
    network: designedNetwork.network,
    electrical: electrical.blocks,
    connections: between,
    it_currents: (hosted_kw) => itCurrents(compute, { ...budget, network_kw: budget.network_kw + hosted_kw }),
    spine_supply,
    core_supply,
  })
  const connections = continuedCircuits(between, typicals)
  const network = withFabricChannels(designedNetwork.network, connections, typicals)
  const items = siteItems({
    resolution,
    facts,
    specs,
    byKind: byKind(modules),
    electrical,
    bess,
    bess_type: bessType,
    cooling: cooling.cooling,
    network,
    connections,
    typicals,
    spine_supply,
    core_supply,
  })

  const designed = {
    payload,
    resolution,
    plate_ids: [...input.plate_ids],
    blocks,
    modules,
    typicals,
    connections,
    items,
    loads,
    electrical,
    bess,
    cooling: cooling.cooling,
    network,
    layout,
  }
  return {
    schema: 'edp.site-model/1',
    design_revision: designRevision(payload, compute, grid),
    ...designed,
    basis: [...designBasis(designed, grid), ...cooling.basis, ...designedNetwork.basis],
    findings: [
      ...siteFindings({ ...designed, compute, grid, bess_type: bessType }),
      ...cooling.findings,
      ...designedNetwork.findings,
    ],
  }
}
