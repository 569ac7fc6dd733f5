function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

const NOTHING = "'none'"

/** The window: its own scripts, styles and fonts; no inline code, no eval (the solver's WebAssembly excepted), no outside. */
export const WINDOW_POLICY = policy({
  'default-src': NOTHING,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': NOTHING,
  'object-src': NOTHING,
  'base-uri': NOTHING,
  'form-action': NOTHING,
  'frame-src': NOTHING,
  'frame-ancestors': NOTHING,
})

/** A document to print: text and the print stylesheet. Its HTML comes from the window, so it may load and run nothing. */
export const PRINT_POLICY = policy({
  'default-src': NOTHING,
  'style-src': "'self'",
  'base-uri': NOTHING,
  'form-action': NOTHING,
  'frame-ancestors': NOTHING,
})

/** The headers of every answer of ours. */
export function securityHeaders(contentPolicy: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'X-DNS-Prefetch-Control': 'off',
  }
}

const DENIED_FEATURES = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'midi',
  'payment',
]
