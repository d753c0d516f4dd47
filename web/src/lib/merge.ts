/** JSON Merge Patch (RFC 7396), without touching what it is given: unchanged parts keep their identity. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    // Own property whatever the key is called: `__proto__` as a key must not reach the prototype.
    if (value === null) delete merged[key]
    else
      Object.defineProperty(merged, key, {
        value: merge(Object.getOwnPropertyDescriptor(merged, key)?.value, value),
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  return merged
}
