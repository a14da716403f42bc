/**
 * Relay of the CDU that holds the undervoltage release of the breaker in front of the nodes' transformer: de-energised, on loss of
 * supply or with its wire broken it switches the nodes off. J power, Y relay (ISA-5.1).
 */
export const LOAD_SHED_RELAY = 'JY-201'
/** Way of the main panel that all nodes and feed B of the network rack hang on; feed A of it is on the UPS. */
export const LOAD_SHED_BREAKER = 'MDP.TX'
