import type { LiveNews } from '../../schemas/api/live'
import type { Listener } from './room'

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): the body of an answer, and a listener that writes into it. */
export function eventStream(onGone: () => void): { readonly body: ReadableStream<Uint8Array>; readonly listener: Listener } {
  const encoder = new TextEncoder()
  let pipe: ReadableStreamDefaultController<Uint8Array> | null = null
  const write = (text: string): void => {
    try {
      pipe?.enqueue(encoder.encode(text))
    } catch {
      // The reader went away a moment ago.
      pipe = null
    }
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      pipe = controller
      // A browser that lost the connection tries again after so many ms.
      write('retry: 1500\n\n')
    },
    cancel() {
      pipe = null
      onGone()
    },
  })
  const listener: Listener = {
    tell: <Name extends keyof LiveNews>(name: Name, news: LiveNews[Name]) => write(`event: ${name}\ndata: ${JSON.stringify(news)}\n\n`),
    beat: () => write(': \n\n'),
    end() {
      try {
        pipe?.close()
      } catch {
        // It was closed from the other side.
      }
      pipe = null
      onGone()
    },
  }
  return { body, listener }
}
