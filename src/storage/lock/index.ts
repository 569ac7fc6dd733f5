export * from './key-file.ts'
export * from './recovery-code.ts'
