import { EdpError } from '@edp/schemas'

/** Why a run ends when its replica is stopped before the package is complete: another one makes it. */
export class ServiceStopped extends EdpError {
  constructor() {
    super('internal', 'the service was stopped before the package was complete; post the payload again')
  }
}
