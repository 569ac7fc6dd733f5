export { checkConduct, checkLog, countFindings, type ConductRequest } from './check-conduct.ts'
export { readLog, type ConductFacts, type ContactLog, type LogEntry } from './contact-log.ts'
export { clockText, localMoment, momentAt, momentReader, type LocalMoment } from './moment.ts'
export { countedContacts } from './counted-contacts.ts'
export * from './types.ts'
export { readPastedLog, type PastedContact, type PastedPiece } from './pasted-log.ts'
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
export {
  collectionStage,
  STAGE_SIGNS,
  type StageSign,
  type StageStanding,
} from './collection-stage.ts'
export { channelsFor, replyDates, type ReplyDate } from './channels-for.ts'
export {
  complaintMatters,
  type ComplaintMatter,
  type ComplaintState,
  type ComplaintStep,
} from './complaint-path.ts'
export {
  concludeComplaint,
  fileComplaint,
  isTracked,
  letterOnItsWay,
  withdrawComplaint,
} from './file-complaint.ts'
export { defaultEnded } from './default-ended.ts'
export { stageSteps, tickStep, untickStep, type StageStep } from './stage-steps.ts'
export { answerDue, loanRecord, type CreditRecordRules, type LoanRecord } from './credit-record.ts'
export {
  exposureLevel,
  NOTHING_KNOWN,
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
