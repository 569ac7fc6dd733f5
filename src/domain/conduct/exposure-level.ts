import type { Contact, Exposure, Loan } from '../case/index.ts'

/** How likely it is that people around the debtor are contacted about a loan. */
export const EXPOSURE_LEVELS = ['low', 'raised', 'high', 'reached'] as const
export type ExposureLevel = (typeof EXPOSURE_LEVELS)[number]

export const EXPOSURE_REASONS = [
  'others-reached',
  'debt-told',
  'others-threatened',
  'contacts-granted',
  'contacts-once-granted',
  'call-log-granted',
  'call-log-once-granted',
  'permission-unknown',
  'emergency-contacts',
  'policy-names-contacts',
  'app-installed',
  'nothing-shared',
] as const
export type ExposureReason = (typeof EXPOSURE_REASONS)[number]

/** What to do, in the order to do it. */
export const EXPOSURE_ACTIONS = [
  'revoke-contacts',
  'revoke-call-log',
  'read-policy',
  'withdraw-consent',
  'ask-deletion',
  'warn-people',
  'keep-evidence',
  'complain-lender',
  'complain-authority',
  'call-police',
] as const
export type ExposureAction = (typeof EXPOSURE_ACTIONS)[number]

export interface ExposureFinding {
  readonly level: ExposureLevel
  readonly reasons: readonly ExposureReason[]
  readonly actions: readonly ExposureAction[]
}

/** Where nobody was asked yet. */
export const NOTHING_KNOWN: Exposure = {
  contactsPermission: 'unknown',
  emergencyContacts: 0,
  callLogPermission: 'unknown',
  appInstalled: null,
  policyOnContacts: 'unknown',
  doneSoFar: 'unknown',
  consentWithdrawnOn: null,
  deletionAskedOn: null,
}

/**
 * What a lender can know of the debtor's circle, and what is best done about it. Facts only: what was
 * granted once may have been copied, and taking it back works for the time to come.
 */
export function exposureLevel(loan: Loan, contacts: readonly Contact[]): ExposureFinding {
  const exposure = loan.exposure ?? NOTHING_KNOWN
  const toOthers = contacts.filter(
    ({ loan: about, creditor, direction, party }) =>
      direction === 'in' &&
      party !== 'debtor' &&
      (about === loan.id || (about === null && creditor === loan.creditor)),
  )
  const reasons = reasonsOf(exposure, toOthers)
  return { level: levelOf(reasons), reasons, actions: actionsOf(exposure, reasons, toOthers) }
}

function reasonsOf(exposure: Exposure, toOthers: readonly Contact[]): readonly ExposureReason[] {
  const { contactsPermission: book, callLogPermission: calls } = exposure
  const holds: Readonly<Record<ExposureReason, boolean>> = {
    'others-reached': toOthers.length > 0 || exposure.doneSoFar === 'reached',
    'others-threatened': exposure.doneSoFar === 'threatened',
    'debt-told': toOthers.some(({ disclosedDebt }) => disclosedDebt),
    'contacts-granted': book === 'granted',
    'contacts-once-granted': book === 'revoked',
    'call-log-granted': calls === 'granted',
    'call-log-once-granted': calls === 'revoked',
    'permission-unknown': book === 'unknown' || calls === 'unknown',
    'emergency-contacts': exposure.emergencyContacts > 0,
    'policy-names-contacts': exposure.policyOnContacts === 'named',
    'app-installed': exposure.appInstalled === true,
    'nothing-shared': false,
  }
  const found = EXPOSURE_REASONS.filter((reason) => holds[reason])
  return found.length === 0 ? ['nothing-shared'] : found
}

const HIGH: readonly ExposureReason[] = [
  'others-threatened',
  'contacts-granted',
  'contacts-once-granted',
  'call-log-granted',
  'call-log-once-granted',
]
const RAISED: readonly ExposureReason[] = [
  'permission-unknown',
  'emergency-contacts',
  'policy-names-contacts',
]

/** Grounds on which the lender may use what it has, or have more than one knows. */
const MAY_KNOW: readonly ExposureReason[] = [...HIGH, 'permission-unknown', 'policy-names-contacts']

function levelOf(reasons: readonly ExposureReason[]): ExposureLevel {
  if (reasons.includes('others-reached')) return 'reached'
  if (reasons.some((reason) => HIGH.includes(reason))) return 'high'
  return reasons.some((reason) => RAISED.includes(reason)) ? 'raised' : 'low'
}

const mayRead = (permission: Exposure['contactsPermission']): boolean =>
  permission === 'granted' || permission === 'unknown'

function actionsOf(
  exposure: Exposure,
  reasons: readonly ExposureReason[],
  toOthers: readonly Contact[],
): readonly ExposureAction[] {
  const isOnPhone = exposure.appInstalled !== false
  const isKnown = reasons.some((reason) => MAY_KNOW.includes(reason))
  const isReached = reasons.includes('others-reached')
  const due: Readonly<Record<ExposureAction, boolean>> = {
    'revoke-contacts': isOnPhone && mayRead(exposure.contactsPermission),
    'revoke-call-log': isOnPhone && mayRead(exposure.callLogPermission),
    'read-policy': isOnPhone && exposure.policyOnContacts === 'unknown',
    'withdraw-consent': isKnown && exposure.consentWithdrawnOn === null,
    'ask-deletion': (isKnown || isReached) && exposure.deletionAskedOn === null,
    'warn-people': isKnown || isReached || exposure.emergencyContacts > 0,
    'keep-evidence': isReached,
    'complain-lender': isReached,
    'complain-authority': isReached,
    'call-police': toOthers.some(({ conduct }) =>
      conduct.some((tag) => tag === 'threat' || tag === 'abuse' || tag === 'publicised'),
    ),
  }
  return EXPOSURE_ACTIONS.filter((action) => due[action])
}
