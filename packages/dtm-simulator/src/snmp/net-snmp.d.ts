/** What the simulator uses of net-snmp, which ships no types. */
declare module 'net-snmp' {
  import type { RemoteInfo, Socket } from 'node:dgram'

  export interface User {
    readonly name: string
    readonly level: number
    readonly authProtocol?: string
    readonly authKey?: string
    readonly privProtocol?: string
    readonly privKey?: string
  }

  export interface MibRequest {
    readonly oid: string
    readonly operation: number
    readonly done: (error?: { errorStatus: number; type: number; value: null }) => void
  }

  export interface Provider {
    readonly name: string
    readonly type: number
    readonly oid: string
    readonly scalarType: number
    readonly maxAccess: number
    readonly handler: (request: MibRequest) => void
  }

  export interface Mib {
    registerProvider(provider: Provider): void
    addProviderToNode(provider: Provider): void
    addNodesForOid(oid: string): { valueType: number; value: number | string | Buffer }
  }

  export interface Message {
    readonly pdu: { readonly type: number; readonly contextName: string }
  }

  export type Handler = (socket: Socket, message: Message, rinfo: RemoteInfo) => void

  export interface Agent {
    readonly engine: { engineID: Buffer; engineBoots: number; engineTime: number }
    mib: Mib
    /** Called for requests with a context name; the library forwards those to other agents. */
    onProxyRequest: Handler
    readonly getRequest: Handler
    readonly getNextRequest: Handler
    readonly getBulkRequest: Handler
    readonly setRequest: Handler
    getMib(): Mib
    getAuthorizer(): { addUser(user: User): void }
    close(callback: () => void): void
  }

  export interface AgentOptions {
    readonly address: string
    readonly port: number
    readonly transport: 'udp4'
    readonly engineID: string
    readonly disableAuthorization: boolean
    readonly accessControlModelType: number
    readonly dgramModule: { createSocket(type: 'udp4'): Socket }
  }

  const snmp: {
    createAgent(
      options: AgentOptions,
      callback: (error: (Error & { code?: number; rinfo?: RemoteInfo }) | null) => void,
    ): Agent
    createMib(options: object): Mib
    readonly SecurityLevel: Readonly<Record<'noAuthNoPriv' | 'authNoPriv' | 'authPriv', number>>
    readonly AuthProtocols: Readonly<Record<'sha' | 'sha256' | 'sha512', string>>
    readonly PrivProtocols: Readonly<Record<'aes' | 'aes256b', string>>
    readonly ObjectType: Readonly<Record<string, number>>
    readonly PduType: Readonly<
      Record<'GetRequest' | 'GetNextRequest' | 'SetRequest' | 'GetBulkRequest', number>
    >
    readonly MibProviderType: Readonly<Record<'Scalar', number>>
    readonly MaxAccess: Readonly<Record<'read-only' | 'read-write', number>>
    readonly ErrorStatus: Readonly<Record<'NotWritable', number>>
    readonly ResponseInvalidCode: Readonly<Record<'EAuthFailure' | 'ECouldNotDecrypt', number>>
    readonly AccessControlModelType: Readonly<Record<'None', number>>
  }
  // eslint-disable-next-line no-restricted-exports -- a CommonJS module is its default export
  export default snmp
}
