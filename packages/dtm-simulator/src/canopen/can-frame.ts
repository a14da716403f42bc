/** A classic CAN frame with an 11-bit identifier. */
export interface CanFrame {
  readonly id: number
  /** 0 to 8 bytes. */
  readonly data: Buffer
}
