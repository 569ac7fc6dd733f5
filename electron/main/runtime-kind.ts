/** The version of Electron this app is built for; the build puts package.json's pin here. */
declare const __PINNED_ELECTRON__: string

/**
 * Whether the app runs on the runtime it is built for. Any other is held to be a test runtime, whatever the environment
 * says: a warning too many is better than real data on a runtime that nobody vouches for.
 */
export function runtimeKind(): 'official' | 'test' {
  return process.versions.electron === __PINNED_ELECTRON__ ? 'official' : 'test'
}
