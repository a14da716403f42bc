/** Types of the part of Khronos' validator that is used; the package has none. */
declare module 'gltf-validator' {
  /** Checks a GLB file against the glTF 2.0 specification. */
  export function validateBytes(content: Uint8Array): Promise<{
    readonly issues: {
      readonly messages: readonly {
        readonly code: string
        readonly message: string
        readonly pointer?: string
      }[]
    }
  }>
}
