/** The pass of a bot's chair that was taken over: it belongs to this tab, so that one device can hold several chairs. */

const place = (code: string): string => `crisistafel.chair/${code}`

/** From the address, which then forgets it, or from before a reload of this tab. */
export function takenChair(code: string, given: string | undefined): string | undefined {
  try {
    if (given !== undefined) sessionStorage.setItem(place(code), given)
    return given ?? sessionStorage.getItem(place(code)) ?? undefined
  } catch {
    return given
  }
}
