/** `clipboard` is missing on plain http: then the old way, through the selected field. False: not copied, but selected. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement | undefined): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field?.value ?? '')
    return true
  } catch {
    field?.focus()
    field?.select()
    return document.execCommand('copy')
  }
}
