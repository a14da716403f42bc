import type { Device, Dtm } from '@edp/dtm' with { 'resolution-mode': 'import' }

export const hosts = (dtm: Dtm): string[] => dtm.devices.map((device: Device) => device.host)
