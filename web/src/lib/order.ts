/** Objects by id with an `order`, as every view carries what can grow, in their order. */

export function inOrder<T extends { order: number }>(things: Record<string, T> | undefined): Array<[string, T]> {
  return Object.entries(things ?? {}).sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
}
