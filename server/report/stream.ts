import type { Call } from '../http/route'

/**
 * The same answer with a body that is made while it is read: a long export never stands in memory. Its status is out by
 * then, so what breaks off half-way is cut short for the reader, and told in the log.
 */
export function streamOf({ world, requestId }: Pick<Call, 'world' | 'requestId'>, { status, headers }: Response, pieces: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        world.log.error({ requestId, err: error }, 'An export broke off.')
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(body, { status, headers })
}
