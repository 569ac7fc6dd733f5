export { ATTACHED_EXTENSIONS, BACKUP_REASONS, TRAY_MODES } from './desktop-api.ts'
export type * from './desktop-api.ts'
export * from './menu-command.ts'
export { MAX_CASE_FILE_BYTES, MAX_SAVED_FILE_BYTES } from './limits.ts'
