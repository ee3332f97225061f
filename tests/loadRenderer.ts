import { resolve } from 'node:path'
import { createServer, type Plugin } from 'vite'
// The ending keeps Node's own loader from taking `.node` for a compiled add-on.
import { phonePlugin, type PhoneOptions } from '../renderer/build/phonePlugin.node.js'

/** The renderer as it is in the source tree, for tools and tests that run outside a bundle. `plugins` may stand in for registries. */
export async function loadRenderer(options: PhoneOptions = {}, plugins: readonly Plugin[] = []): Promise<typeof import('../renderer/renderPage')> {
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [...plugins, phonePlugin(options)],
  })
  try {
    // The module is this repository's own file.
    return (await vite.ssrLoadModule(resolve(import.meta.dirname, '../renderer/renderPage.ts'))) as typeof import('../renderer/renderPage')
  } finally {
    await vite.close()
  }
}
