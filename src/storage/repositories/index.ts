export type * from './case-repository.ts'
export * from './change-label.ts'
export * from './settings-repository.ts'
export * from './storage-failure.ts'
