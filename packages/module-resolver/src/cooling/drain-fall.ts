/**
 * Least fall of what drains without pressure: 1 in so many. Source: IPC 704.1, the least fall of a drain of DN65 and less is 2 %.
 */
export const DRAIN_FALL = 50
