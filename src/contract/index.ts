export type * from './desktop-api.ts'
export * from './menu-command.ts'
