/** Least share of an element that is in sight when it comes back, and most when it leaves: apart, because what moves changes its own share. */
const back = 0.3
const gone = 0.1

/** What is scrolled away leaves, once it was in sight; what comes back enters anew. */
function watch(): void {
  const seen = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        if (intersectionRatio >= back) seen.add(target)
        // Only leaving needs to have been in sight: what was never seen waits as it is.
        if (intersectionRatio >= back) target.classList.remove('leaving')
        else if (intersectionRatio <= gone && seen.has(target) && !(target as HTMLElement).hidden) target.classList.add('leaving')
      }
    },
    { threshold: [0, gone, back, 0.5] },
  )
  document.querySelectorAll('[data-away]').forEach((element) => observer.observe(element))
}

if (window.IntersectionObserver && !matchMedia('(prefers-reduced-motion:reduce)').matches) watch()
