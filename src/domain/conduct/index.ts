export { checkConduct, countFindings, type ConductRequest } from './check-conduct.ts'
export type { ConductFacts } from './contact-log.ts'
export type { LocalMoment } from './moment.ts'
export * from './types.ts'
export { whyText } from './why-text.ts'
export {
  isSafePath,
  MANIFEST_FILE,
  manifestText,
  readManifest,
  type Manifest,
  type ManifestFile,
  type ManifestProblem,
} from './evidence-manifest.ts'
export {
  buildEvidencePack,
  LOG_FILE,
  type AttachedFile,
  type EvidencePack,
  type EvidenceRequest,
  type PackText,
} from './evidence-pack.ts'
export { chainedLog, readChain, type ChainReading } from './log-chain.ts'
export { channelsFor, replyDates, type ReplyDate } from './channels-for.ts'
export { answerDue, loanRecord, type CreditRecordRules, type LoanRecord } from './credit-record.ts'
export {
  exposureLevel,
  type ExposureAction,
  type ExposureFinding,
  type ExposureLevel,
  type ExposureReason,
} from './exposure-level.ts'
export {
  checkScam,
  SCAM_WEIGHTS,
  type ScamMatch,
  type ScamSign,
  type ScamWeight,
} from './scam-check.ts'
