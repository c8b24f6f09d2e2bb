import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { z } from 'zod'

// Adyen's published OpenAPI files lie beside the project, not in it.
const folder = join(process.cwd(), '..', 'shared', 'adyen')

/** What a test prints when it has to be skipped. */
export const noSpecification = `Adyen's OpenAPI files are not at ${folder}: nothing is checked against them.`

/**
 * Adyen answers so, and none of its files lists these: only the envelope of an error can be checked.
 * An unknown path, a duplicate in flight, too much, too often.
 */
export const unlistedStatuses: readonly number[] = [404, 409, 413, 429]

/** Listed for POST calls only, though every call can be refused. */
const refusals: readonly number[] = [400, 401, 403, 422, 500]

type Method = 'post' | 'get' | 'delete'

/** Each function lists what is wrong, in sentences of the validator; an empty list is good news. */
export type Specification = {
  /** `path` begins with the version, such as /v72/payments or /pal/servlet/Recurring/v68/disable. */
  request(path: string, body: unknown): string[]
  response(path: string, status: number, body: unknown, method?: Method): string[]
  /** Standard webhooks and those about tokens. */
  webhook(body: unknown): string[]
}

let read: Specification | null | undefined

/** Null where the files are absent. */
export function specification(): Specification | null {
  read ??= existsSync(folder) ? readSpecification() : null
  return read
}

function readSpecification(): Specification {
  const services: Readonly<Record<string, Checker>> = {
    v71: checker('CheckoutService-v71.json'),
    v72: checker('CheckoutService-v72.json'),
    'pal/servlet/Recurring/v68': checker('RecurringService-v68.json'),
  }
  const webhooks = checker('Webhooks-v1.json')
  const tokens = checker('TokenizationNotification-v1.json')
  const of = (path: string) => {
    const [, version = '', rest = ''] = service.exec(path) ?? []
    return { check: services[version], template: templateOf(rest) }
  }
  return {
    request(path, body) {
      const { check, template } = of(path)
      return check?.(['paths', template, 'post', 'requestBody'], body) ?? unknownPath(path)
    },
    response(path, status, body, method = 'post') {
      const { check, template } = of(path)
      const where = ['paths', template, method, 'responses', String(status)]
      const unlisted =
        unlistedStatuses.includes(status) || (method !== 'post' && refusals.includes(status))
      return check?.(unlisted ? anyError : where, body) ?? unknownPath(path)
    },
    webhook(body) {
      const token = tokenNotification.safeParse(body)
      if (token.success) return tokens(['webhooks', token.data.type, 'post', 'requestBody'], body)
      const event = eventCodeOf(body)
      return event === null
        ? ['The notification has no eventCode.']
        : webhooks(['webhooks', `/${event}`, 'post', 'requestBody'], body)
    },
  }
}

const service = /^\/(v7[12]|pal\/servlet\/Recurring\/v68)(\/.*)$/
// Where the files keep the envelope that all listed errors share.
const anyError = ['components', 'schemas', 'ServiceError']

const unknownPath = (path: string) => [`${path} does not begin with a version of Adyen's API.`]

const templateOf = (path: string) =>
  path
    .replace(/^\/payments\/[^/]+\/(\w+)$/, '/payments/{paymentPspReference}/$1')
    .replace(/^\/storedPaymentMethods\/[^/]+$/, '/storedPaymentMethods/{storedPaymentMethodId}')

const tokenNotification = z.object({ type: z.string().startsWith('recurring.token.') })

const notification = z.object({
  notificationItems: z.tuple([
    z.object({ NotificationRequestItem: z.object({ eventCode: z.string() }) }),
  ]),
})
const eventCodeOf = (body: unknown) =>
  notification.safeParse(body).data?.notificationItems[0].NotificationRequestItem.eventCode ?? null

type Tree = Readonly<Record<string, unknown>>
const tree = z.record(z.string(), z.unknown())
const isTree = (value: unknown): value is Tree => tree.safeParse(value).success

/** Checks a body against the JSON schema that stands at a place of the document. */
type Checker = (where: readonly string[], body: unknown) => string[]

function checker(file: string): Checker {
  const root = tree.parse(looser(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  addFormats(ajv)
  ajv.addSchema(root, file)

  return (where, body) => {
    const isSchema = where[0] === 'components'
    const path = isSchema ? where : [...where, 'content', 'application/json', 'schema']
    const place = follow(root, path)
    const validate = place === null ? undefined : ajv.getSchema(`${file}#${pointer(place)}`)
    if (validate === undefined) return [`${file} says nothing about ${where.join(' ')}.`]
    if (validate(body)) return []
    return (validate.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message ?? e.keyword}`)
  }
}

const pointer = (path: readonly string[]) =>
  path
    .map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')

/** Where a path leads to, stepping over one `$ref` to a shared response or request body. */
function follow(root: Tree, path: readonly string[]): readonly string[] | null {
  let place: string[] = []
  let here: unknown = root
  for (const part of path) {
    if (!isTree(here) || !(part in here)) return null
    here = here[part]
    place.push(part)
    if (isTree(here) && typeof here.$ref === 'string' && part !== 'schema') {
      place = here.$ref.slice(2).split('/')
      here = place.reduce<unknown>((at, step) => (isTree(at) ? at[step] : undefined), root)
    }
  }
  return place
}

/**
 * additionalData is checked as string → string only: Adyen's own examples of OFFER_CLOSED and
 * RECURRING_CONTRACT carry fields that its schemas forbid.
 */
function looser(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(looser)
  if (!isTree(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const loosened = looser(inner)
      const isProperties = name === 'properties' && isTree(loosened) && 'additionalData' in loosened
      return [name, isProperties ? { ...loosened, additionalData: stringMap } : loosened]
    }),
  )
}

const stringMap = { type: 'object', additionalProperties: { type: 'string' } }
