export * from './backup-store.ts'
export { COUNTED, type BackupPreview, type ComparedCase } from '../storage/index.ts'
export { writeBackup } from './write-backup.ts'
export * from './fresh-storage.ts'
export * from './case-desk-store.ts'
export * from './case-list-store.ts'
export * from './case-store.ts'
export type { CaseUpdate, ChangeOutcome } from './change-queue.ts'
export * from './contact-desk-store.ts'
export * from './copy-store.ts'
export * from './day-store.ts'
export * from './figures-store.ts'
export * from './guide-store.ts'
export { usePageOutput, type PageOutcome } from './page-output.ts'
export * from './proposal-store.ts'
export * from './payment-desk-store.ts'
export * from './reminder-store.ts'
export * from './rescue-data.ts'
export * from './key-vault.ts'
export * from './lock-store.ts'
export * from './services.ts'
export * from './settings-store.ts'
export {
  GUIDE_STEPS,
  type GuidePlace,
  type GuidedLoan,
  type GuideStep,
} from '../storage/repositories/index.ts'
