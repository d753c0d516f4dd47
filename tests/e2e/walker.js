// What the walker asks of a page: `walk.begin()`, then a Tab, then `walk.here()`, and what lies wrong in this window.
window.walk = (() => {
  const PRESSED = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const CONTROLS = `${PRESSED}, [tabindex]`
  const SLACK = 1.5
  let stops = []

  const name = (e) => e.outerHTML.replace(/\s+/g, ' ').slice(0, 140)
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]')
  const room = () => [...document.querySelectorAll('dialog:modal')].pop() ?? document.body
  const controls = () => [...room().querySelectorAll(CONTROLS)].filter((e) => shown(e) && !e.matches(':disabled'))
  const isTick = (e) => e.matches('[type=radio], [type=checkbox]')

  // Of a group of radios one is a stop: the chosen one, else the first.
  const group = (radio) =>
    radio.name === '' ? [radio] : controls().filter((e) => e.type === 'radio' && e.name === radio.name && e.form === radio.form)
  const isStop = (e) => {
    if (e.tabIndex < 0) return false
    if (e.type !== 'radio') return true
    const all = group(e)
    return e === (all.find((each) => each.checked) ?? all[0])
  }

  const meet = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const isSome = (box) => box.right - box.left > SLACK && box.bottom - box.top > SLACK
  const window_ = () => ({ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight })

  // Where a press counts: a tick's label too.
  function target(e) {
    const box = e.getBoundingClientRect()
    const label = isTick(e) ? e.labels?.[0]?.getBoundingClientRect() : undefined
    if (label === undefined) return box
    return {
      left: Math.min(box.left, label.left),
      top: Math.min(box.top, label.top),
      right: Math.max(box.right, label.right),
      bottom: Math.max(box.bottom, label.bottom),
    }
  }

  // What a person sees of it, inside everything that scrolls or cuts.
  function seen(e) {
    let box = target(e)
    for (let up = e.parentElement; up !== null; up = up.parentElement) {
      const style = getComputedStyle(up)
      if (up !== document.body && up !== document.documentElement && (style.overflowX !== 'visible' || style.overflowY !== 'visible'))
        box = meet(box, up.getBoundingClientRect())
    }
    return box
  }

  const isOwn = (e, top) => top !== null && (e.contains(top) || [...(e.labels ?? [])].some((label) => label.contains(top)))

  // In a piece of text the words around it set its size.
  const isInText = (e) =>
    getComputedStyle(e).display.startsWith('inline') &&
    [...e.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '')

  function hidden(e) {
    const line = isInText(e) ? e.getClientRects()[0] : e.getBoundingClientRect()
    if (line === undefined || !isSome(line)) return 'has no size'
    const box = meet(line, window_())
    if (!isSome(box)) return 'is out of sight'
    // Of a text the line with the caret is brought into sight.
    const fits = line.bottom - line.top <= window.innerHeight && !e.matches('textarea')
    if (fits && (line.top < -SLACK || line.bottom > window.innerHeight + SLACK)) return 'is partly out of sight'
    const x = (box.left + box.right) / 2
    const edge = Math.min(6, (box.bottom - box.top) / 3)
    const middle = (box.top + box.bottom) / 2
    // A region that scrolls is a stop too; what it holds is looked at on its own.
    const points = e.matches(PRESSED) ? [box.top + edge, middle, box.bottom - edge] : [middle]
    const tops = points.map((y) => document.elementFromPoint(x, y)).filter((top) => !isOwn(e, top))
    const most = e.matches('textarea') ? points.length - 1 : 0
    if (tops.length <= most) return ''
    return `is covered by ${tops[0] === null ? 'nothing' : name(tops[0])}`
  }

  function isRinged(e) {
    const around = [e, ...(e.labels ?? []), e.parentElement, e.parentElement?.parentElement, e.nextElementSibling]
    return around.some((each) => {
      if (!each) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(each)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= (outlineStyle === 'auto' ? 1 : 2)
    })
  }

  // Of something that floats above the page, or null.
  function floats(e) {
    for (let up = e; up !== null; up = up.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(up).position)) return up
    return null
  }

  function small(least) {
    return controls()
      .filter((e) => e.tabIndex >= 0 && !isInText(e))
      .map((e) => [e, target(e)])
      .filter(([, box]) => box.right - box.left < least - 0.5 || box.bottom - box.top < least - 0.5)
      .map(([e, box]) => `${Math.round(box.right - box.left)}x${Math.round(box.bottom - box.top)} < ${least}: ${name(e)}`)
  }

  function wide() {
    const root = document.scrollingElement
    if (root.scrollWidth <= window.innerWidth) return []
    return [...document.body.querySelectorAll('*')]
      .filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(-3)
      .map((e) => `too wide: ${name(e)}`)
      .concat([`${root.scrollWidth} > ${window.innerWidth}`])
  }

  function outside() {
    return controls()
      .map((e) => [e, target(e)])
      .filter(([e, box]) => e.tabIndex >= 0 && (box.left < -SLACK || box.right > window.innerWidth + SLACK) && box.bottom > 0)
      .map(([e]) => `beside the window: ${name(e)}`)
  }

  function overlapping() {
    const boxes = controls()
      .filter((e) => e.tabIndex >= 0)
      .map((e) => ({ e, box: seen(e), floats: floats(e) }))
      .filter(({ box }) => isSome(box))
    const found = []
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (one.floats !== other.floats || one.e.contains(other.e) || other.e.contains(one.e)) continue
        if (isSome(meet(one.box, other.box))) found.push(`overlap: ${name(one.e)} and ${name(other.e)}`)
      }
    return found
  }

  function cut() {
    return [...room().querySelectorAll('*')]
      .filter((e) => e.clientWidth > 2 && shown(e) && !e.matches('input, textarea, select, svg, svg *, .visually-hidden, .term'))
      .filter((e) => e.matches('button, a, summary') || ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
      .filter((e) => e.scrollWidth > e.clientWidth + SLACK && e.textContent.trim() !== '')
      .map((e) => `cut off, ${e.scrollWidth} > ${e.clientWidth}: ${name(e)}`)
  }

  function dragged() {
    return [...document.querySelectorAll('[draggable=true], [tabindex]')]
      .filter((e) => e.draggable || e.tabIndex > 0)
      .map((e) => `dragged or out of order: ${name(e)}`)
  }

  return {
    wide,
    lies: (least) => [...wide(), ...outside(), ...overlapping(), ...cut(), ...small(least), ...dragged()],
    begin() {
      stops = controls().filter(isStop)
      stops[0]?.focus({ focusVisible: true })
      return stops.length
    },
    here() {
      const e = document.activeElement
      if (e === null || e === document.body) return { index: -1, wrong: '' }
      let index = stops.indexOf(e)
      if (index < 0 && e.type === 'radio') index = stops.findIndex((each) => group(e).includes(each))
      if (index < 0 && !room().contains(e)) return { index, wrong: `outside the dialog: ${name(e)}` }
      // Chromium lets a keyboard stop at whatever scrolls.
      if (index < 0 && !e.matches(CONTROLS)) return { index, wrong: '' }
      if (index < 0) return { index, wrong: `not expected: ${name(e)}` }
      const lies = hidden(e)
      if (lies !== '') return { index, wrong: `${lies}: ${name(e)}` }
      return { index, wrong: isRinged(e) ? '' : `shows no focus: ${name(e)}` }
    },
    missed: (indices) => stops.filter((e, index) => e.isConnected && !indices.includes(index)).map(name),
  }
})()
