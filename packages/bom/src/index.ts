export { buildBom } from './build-bom.ts'
export { buildSchedule } from './build-schedule.ts'
export { renderBomXlsx } from './render-bom-xlsx.ts'
export { renderScheduleXlsx } from './render-schedule-xlsx.ts'
