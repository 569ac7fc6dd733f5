/** The reply of a request that has nothing to say but that it was carried out. */
export const DONE = { ok: true, value: null } as const
