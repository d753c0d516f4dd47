// Read by browsers of any age before anything else: one that is too old for the game gets a page that says what to do.
;(() => {
  var old =
    !('noModule' in document.createElement('script')) ||
    !window.Promise ||
    !window.ResizeObserver ||
    !window.IntersectionObserver ||
    !window.structuredClone ||
    !Object.hasOwn ||
    !Array.prototype.at ||
    !window.HTMLDialogElement
  if (!old) return
  var english = /[?&]lang=en/.test(window.location.search)
  var title = english ? 'This browser is too old for the game' : 'Deze browser is te oud voor het spel'
  var text = english
    ? 'Update your browser or your phone, or use another device. It works from Chrome or Edge 100, Firefox 102, and Safari or iPhone 15.4.'
    : 'Werk uw browser of telefoon bij, of gebruik een ander apparaat. Het werkt vanaf Chrome of Edge 100, Firefox 102, en Safari of iPhone 15.4.'
  function show() {
    var app = document.getElementById('app')
    if (!app) return
    var heading = document.createElement('h1')
    heading.appendChild(document.createTextNode(title))
    var line = document.createElement('p')
    line.appendChild(document.createTextNode(text))
    app.id = 'old'
    app.appendChild(heading)
    app.appendChild(line)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show)
  else show()
})()
