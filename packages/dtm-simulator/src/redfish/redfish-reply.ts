/** What a service answers. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Messages of the base registry (DSP8011) by status. */
const MESSAGES = {
  400: ['Base.1.18.MalformedJSON', 'the body is no JSON object'],
  401: ['Base.1.18.NoValidSession', 'the resource needs a user name and password, or a session'],
  403: ['Base.1.18.PropertyNotWritable', 'the manifest gives no write access to this property'],
  404: ['Base.1.18.ResourceMissingAtURI', 'there is no resource at this path'],
  405: ['Base.1.18.OperationNotAllowed', 'the resource does not take this method'],
  413: ['Base.1.18.PayloadTooLarge', 'the body is longer than this service reads'],
} as const

/** An error in the form that Redfish prescribes (DSP0266, 8.6). */
export function errorReply(
  status: keyof typeof MESSAGES,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const [code, message] = MESSAGES[status]
  return {
    status,
    headers,
    body: { error: { code, message, '@Message.ExtendedInfo': [{ MessageId: code, Message: message }] } },
  }
}
