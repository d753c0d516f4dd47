/** How the tables of a hall and the options of a decision are named where there is little room. */

/** Of tables that are only numbered the number: `Tafel 12` → `12`. */
export function shortNames(names: readonly string[]): string[] {
  const numbers = names.map((name) => /^(.*\S)\s+(\d+)$/.exec(name))
  const first = numbers[0]?.[1]
  return numbers.every((found) => found !== null && found[1] === first)
    ? numbers.map((found) => found?.[2] ?? '')
    : [...names]
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index)
