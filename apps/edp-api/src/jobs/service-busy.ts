/** The replica takes no job at the moment; the same POST will be taken later, or by another replica. */
export class ServiceBusy extends Error {
  override readonly name = 'ServiceBusy'
  readonly retry_after_s = 5
}
