const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)))
const start = primes(8).map((prime) => fraction(Math.sqrt(prime)))

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n)
  return found
}

function fraction(n: number): number {
  return Math.floor((n - Math.floor(n)) * 2 ** 32) | 0
}

function turn(n: number, by: number): number {
  return (n >>> by) | (n << (32 - by))
}

function padded(bytes: Uint8Array): DataView {
  const length = ((bytes.length + 72) >> 6) << 6
  const all = new Uint8Array(length)
  all.set(bytes)
  all[bytes.length] = 0x80
  const view = new DataView(all.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, bytes.length << 3)
  return view
}

function schedule(block: DataView, at: number, words: Int32Array): void {
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15]!
    const b = words[i - 2]!
    words[i] = words[i - 16]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
  }
}

/** The part of Node that is asked for here; browsers' types know nothing of it. */
interface NodeProcess {
  getBuiltinModule?(name: 'node:crypto'): { hash?(name: 'sha256', text: string, as: 'buffer'): Uint8Array } | undefined
}

/** Node's own, where this runs in Node: some thirty times faster. */
const native = (globalThis as { process?: NodeProcess }).process?.getBuiltinModule?.('node:crypto')

/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, without waiting: 32 bytes. Policies are made of it while a page is drawn. */
export function sha256(text: string): Uint8Array {
  return native?.hash ? native.hash('sha256', text, 'buffer') : ownSha256(text)
}

export function ownSha256(text: string): Uint8Array {
  const view = padded(new TextEncoder().encode(text))
  const sum = Int32Array.from(start)
  const words = new Int32Array(64)
  for (let at = 0; at < view.byteLength; at += 64) {
    schedule(view, at, words)
    let [a, b, c, d, e, f, g, h] = sum as unknown as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    ;[a, b, c, d, e, f, g, h].forEach((n, i) => (sum[i] = sum[i]! + n))
  }
  const bytes = new DataView(new ArrayBuffer(32))
  sum.forEach((n, i) => bytes.setInt32(i * 4, n))
  return new Uint8Array(bytes.buffer)
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
