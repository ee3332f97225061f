import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

/** What controls are made of, by who needs it at once; small shares go with others. Calendars are left out: few places have one. */
export const controls = {
  name: 'controls',
  test: /node_modules\/(?!reka-ui\/.*(?:[Dd]ate|[Cc]alendar))(?:reka-ui|@lucide|@floating-ui|@vueuse|aria-hidden|defu|ohash)\//,
  minShareCount: 2,
  entriesAware: true,
  entriesAwareMergeThreshold: 10_000,
} as const satisfies Rolldown.CodeSplittingGroup

/** What everything stands on. The shared styles are among it: those of single controls come after them and have the last word. */
const ground = /\/node_modules\/(?:@vue|vue|vue-router|pinia)\/|\/editor\/ui\/(?:tokens|shared)\.css$/

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>
type Place = 'canvas' | 'main' | 'sign-in' | 'members' | 'list' | 'frame' | 'design-place' | 'design' | 'rules' | 'publish'

/** Where people arrive: what each needs is there at once, everything else is fetched when it is wanted. */
const places: { readonly [P in Place]: string } = {
  'canvas': 'canvas.ts',
  'main': 'main.ts',
  'sign-in': 'sign-in/SignIn.vue',
  'members': 'members/Members.vue',
  'list': 'activities/ActivityList.vue',
  'frame': 'activities/ActivityFrame.vue',
  'design-place': 'activities/DesignPlace.vue',
  'design': 'design/DesignTab.vue',
  'rules': 'rules/RulesTab.vue',
  'publish': 'release/PublishTab.vue',
}
/** Those who only sign in or look after members need not wait for what pages and rules are made with. */
const light: readonly Place[] = ['main', 'sign-in', 'members', 'frame', 'design-place']

/**
 * Names the chunk that a module goes to, by the places that need it at once; null leaves it to the bundler.
 * A few large files are fewer requests than a hundred small ones, and compress better.
 */
export function chunkNamer(): (id: string, modules: Modules) => string | null {
  let needed: ReadonlyMap<string, ReadonlySet<Place>> | undefined
  return (id, modules) => {
    if (ground.test(id)) return 'ground'
    needed ??= placesByModule(modules)
    return chunkOf(needed.get(id) ?? new Set())
  }
}

/** What a module imports is needed wherever the module is, so chunks of more places never import those of fewer: there are no circles. */
export function chunkOf(at: ReadonlySet<Place>): string | null {
  if (at.has('canvas')) return at.size === 1 ? null : at.has('main') ? 'base' : 'page'
  // What the largest place does not need is left in small shares: it would only wait for them.
  if (!at.has('design')) return null
  if (at.size === 1) return 'design'
  return light.some((place) => at.has(place)) ? 'parts' : 'work'
}

function placesByModule(modules: Modules): ReadonlyMap<string, ReadonlySet<Place>> {
  const needed = new Map<string, Set<Place>>()
  for (const [place, file] of Object.entries(places) as [Place, string][]) {
    for (const id of closureOf(fileURLToPath(new URL(`../${file}`, import.meta.url)), modules)) {
      needed.set(id, (needed.get(id) ?? new Set()).add(place))
    }
  }
  return needed
}

/** A module and everything it imports at once. */
function closureOf(from: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([from])
  for (const id of found) for (const imported of (modules.getModuleInfo(id)?.importedIds ?? []).filter(isOurs)) found.add(imported)
  return found
}

/** Libraries of many parts name them all in one file, whichever are used: what it imports says nothing of who needs it. */
function isOurs(id: string): boolean {
  return !id.includes('/node_modules/')
}
