import type { SiteModel, TitleBlock } from '@edp/schemas'

/** The diagrams that this package draws: discipline letter, type and title of each. */
const DOCUMENTS = {
  sld: {
    discipline: 'E',
    type: 'SLD',
    document_type: 'Single line diagram',
    title: 'Power distribution',
    department: 'Electrical engineering',
  },
  pid_cooling: {
    discipline: 'M',
    type: 'PID',
    document_type: 'Piping and instrumentation diagram',
    title: 'Liquid cooling',
    department: 'Mechanical engineering',
  },
  comms: {
    discipline: 'T',
    type: 'NET',
    document_type: 'Network diagram',
    title: 'Communications',
    department: 'Control and communications',
  },
} as const

/** A diagram of this package. */
export type DrawingId = keyof typeof DOCUMENTS

/** What every title block says about the state of the design. */
const DOCUMENT_STATUS = 'PRELIMINARY - NOT FOR CONSTRUCTION'

/** Stands where a person has to sign. */
const APPROVAL_OPEN = 'PENDING PE REVIEW'

/** The title block of a diagram: what the site says, and nothing that a clock or a person would have to say. */
export function titleBlockOf(site: SiteModel, drawing_id: DrawingId): TitleBlock {
  const document = DOCUMENTS[drawing_id]
  return {
    legal_owner: site.payload.operator_org,
    site_name: site.payload.deployment_site_name,
    document_number: `EDP-${site.payload.deployment_id.slice(0, 8)}-${document.discipline}-${document.type}`,
    document_type: document.document_type,
    title: document.title,
    revision: site.design_revision,
    status: DOCUMENT_STATUS,
    creator: 'EDP generator',
    approval: APPROVAL_OPEN,
    responsible_department: document.department,
    language: 'en',
  }
}

/** Number of a sheet as it is printed: three digits, more when the count needs it. */
export function sheetNumber(index: number, count: number): string {
  return String(index + 1).padStart(Math.max(3, String(count).length), '0')
}

/** Paper of the three diagrams: A3 up to four compute containers, A1 above. */
export function paperSize(site: SiteModel): 'A1' | 'A3' {
  return site.modules.filter((module) => module.kind === 'compute_container').length <= 4 ? 'A3' : 'A1'
}

/** Text heights of a paper, mm (ISO 3098 steps): data, tags and headings. A1 stays legible when reduced. */
export const TEXT_HEIGHTS = {
  A1: { data: 2.5, tag: 3.5, heading: 5 },
  A2: { data: 2.5, tag: 3.5, heading: 5 },
  A3: { data: 1.8, tag: 2.5, heading: 3.5 },
} as const
