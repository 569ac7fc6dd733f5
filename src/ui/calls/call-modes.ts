/** How a script is used: read, played through, or kept in sight during the call. */
export const CALL_MODES = ['read', 'rehearse', 'live'] as const
export type CallMode = (typeof CALL_MODES)[number]
