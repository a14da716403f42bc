/** Raised whenever a rule changes a figure; part of the design revision, so that two packages can be told apart. */
export const RULES_VERSION = 9
