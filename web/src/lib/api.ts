/** The only file that calls fetch: what this client asks over HTTP, and its problems as typed errors. */

import { m } from './paraglide/messages.js'
import { getLocale } from './paraglide/runtime.js'
import { under } from './place'

export interface FieldProblem {
  field: string
  message: string
}

/** `message` says in the reader's language what to do; `code` is stable (RFC 9457 problem details). */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly field?: string,
    readonly errors: readonly FieldProblem[] = [],
    /** Seconds. */
    readonly retryAfter?: number,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** What to tell a person about anything that was thrown. */
export const tell = (error: unknown): string =>
  error instanceof ApiError && error.message !== '' ? error.message : m.shared_error_unknown()

interface Ask {
  method?: 'GET' | 'POST' | 'DELETE'
  /** A pass or a facilitator's key. */
  bearer?: string
  body?: unknown
  signal?: AbortSignal
}

export interface Answer<T> {
  status: number
  body: T
}

interface ProblemBody {
  code?: string
  detail?: string
  field?: string
  errors?: FieldProblem[]
  retry_after?: number
}

const isProblem = (value: unknown): value is ProblemBody => typeof value === 'object' && value !== null

/** Asks for a document with a body that must not stand in an address; anything but 2xx is thrown as an `ApiError`. */
export async function fileBy(path: string, body: unknown, bearer: string): Promise<Blob> {
  return (await answered(path, { method: 'POST', body, bearer })).blob()
}

async function parse(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Asks, and gives the answer with its status; anything but 2xx is thrown as an `ApiError`. */
export async function ask<T>(path: string, asked: Ask = {}): Promise<Answer<T>> {
  const response = await answered(path, asked)
  return { status: response.status, body: (await parse(response)) as T }
}

/** A small text document, for a page that has something of its own to add to it. */
export async function getText(path: string, bearer: string): Promise<string> {
  return (await answered(path, { bearer })).text()
}

async function answered(path: string, { method = 'GET', bearer, body, signal }: Ask): Promise<Response> {
  let response: Response
  try {
    response = await fetch(under(path), {
      method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': getLocale(),
        ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      credentials: 'omit',
      cache: 'no-store',
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('offline', 0, m.shared_error_offline())
  }
  if (response.ok) return response
  const told = await parse(response)
  const problem = isProblem(told) ? told : {}
  throw new ApiError(
    problem.code ?? `http_${response.status}`,
    response.status,
    problem.detail ?? (response.status >= 500 ? m.shared_error_server() : m.shared_error_unknown()),
    problem.field ?? problem.errors?.[0]?.field,
    problem.errors ?? [],
    problem.retry_after,
  )
}

export const get = async <T>(path: string, bearer?: string): Promise<T> =>
  (await ask<T>(path, bearer === undefined ? {} : { bearer })).body

export const post = async <T>(path: string, body: unknown, bearer?: string): Promise<T> =>
  (await ask<T>(path, { method: 'POST', body, ...(bearer !== undefined && { bearer }) })).body
