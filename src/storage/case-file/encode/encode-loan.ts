import type {
  ContractInstalment,
  Exposure,
  Fee,
  Freeze,
  LateFee,
  Loan,
  MinimumPayment,
  Payment,
  Penalty,
  RateChange,
} from '../../../domain/case/index.ts'
import { formatFraction, formatYuan } from '../../../domain/kernel/index.ts'
import { encodeEvidence } from './encode-evidence.ts'
import { encodeAgreement, encodeOffer, encodeStatement, encodeTalk } from './encode-negotiation.ts'
import {
  encodeRate,
  filled,
  fileRecord,
  known,
  knownAs,
  listed,
  type FileRecord,
} from './file-record.ts'

export const encodeLoan = (loan: Loan): FileRecord =>
  fileRecord(
    {
      id: loan.id,
      creditor: loan.creditor,
      product: filled(loan.product),
      contractNo: filled(loan.contractNo),
      kind: loan.kind,
      disbursedOn: loan.disbursedOn,
      principal: formatYuan(loan.principal),
      received: formatYuan(loan.received),
      method: loan.method,
      term: known(loan.term),
      dueDay: loan.dueDay,
      firstDueOn: loan.firstDueOn,
      rate: encodeRate(loan.rate),
      rateChanges: listed(loan.rateChanges.map(encodeRateChange)),
      dayCount: loan.dayCount,
      fees: listed(loan.fees.map(encodeFee)),
      penalty: knownAs(loan.penalty, encodePenalty),
      graceDays: loan.graceDays === 0 ? undefined : loan.graceDays,
      paymentOrder: loan.paymentOrder === 'oldest-instalment' ? undefined : loan.paymentOrder,
      freezes: listed(loan.freezes.map(encodeFreeze)),
      schedule: loan.schedule?.map(encodeInstalment),
      minimumPayment: knownAs(loan.minimumPayment, encodeMinimum),
      reportedToBureau: known(loan.reportedToBureau),
      litigation: known(loan.litigation),
      exposure: knownAs(loan.exposure, encodeExposure),
      offers: listed(loan.offers.map(encodeOffer)),
      statements: listed(loan.statements.map(encodeStatement)),
      talks: listed(loan.talks.map(encodeTalk)),
      agreements: listed(loan.agreements.map(encodeAgreement)),
    },
    loan,
  )

const encodeFee = (fee: Fee): FileRecord =>
  fileRecord(
    {
      label: filled(fee.label),
      amount: formatYuan(fee.amount),
      when: fee.when,
      on: known(fee.on),
      kind: fee.kind,
    },
    fee,
  )

const encodePenalty = (penalty: Penalty): FileRecord =>
  fileRecord(
    {
      rate: knownAs(penalty.rate, encodeRate),
      multiplier: knownAs(penalty.multiplier, formatFraction),
      base: penalty.base,
      compound: penalty.compound,
      lateFee: knownAs(penalty.lateFee, encodeLateFee),
    },
    penalty,
  )

const encodeLateFee = (lateFee: LateFee): FileRecord =>
  fileRecord(
    { fixed: formatYuan(lateFee.fixed), fraction: knownAs(lateFee.fraction, formatFraction) },
    lateFee,
  )

const encodeInstalment = (row: ContractInstalment): FileRecord =>
  fileRecord(
    {
      n: row.n,
      dueOn: row.dueOn,
      principal: formatYuan(row.principal),
      interest: formatYuan(row.interest),
      fees: formatYuan(row.fees),
    },
    row,
  )

const encodeMinimum = (minimum: MinimumPayment): FileRecord =>
  fileRecord(
    { fraction: formatFraction(minimum.fraction), floor: formatYuan(minimum.floor) },
    minimum,
  )

/** An answer that is not known is left out. */
const unlessUnknown = (answer: string): string | undefined =>
  answer === 'unknown' ? undefined : answer

const encodeExposure = (exposure: Exposure): FileRecord =>
  fileRecord(
    {
      contactsPermission: exposure.contactsPermission,
      emergencyContacts: exposure.emergencyContacts,
      callLogPermission: unlessUnknown(exposure.callLogPermission),
      appInstalled: known(exposure.appInstalled),
      policyOnContacts: unlessUnknown(exposure.policyOnContacts),
      doneSoFar: unlessUnknown(exposure.doneSoFar),
      consentWithdrawnOn: known(exposure.consentWithdrawnOn),
      deletionAskedOn: known(exposure.deletionAskedOn),
    },
    exposure,
  )

const encodeRateChange = (change: RateChange): FileRecord =>
  fileRecord({ on: change.on, rate: encodeRate(change.rate) }, change)

const encodeFreeze = (freeze: Freeze): FileRecord =>
  fileRecord({ from: freeze.from, until: known(freeze.until), stops: freeze.stops }, freeze)

export const encodePayment = (payment: Payment): FileRecord =>
  fileRecord(
    {
      id: payment.id,
      loan: payment.loan,
      on: payment.on,
      amount: formatYuan(payment.amount),
      note: filled(payment.note),
      reversedOn: known(payment.reversedOn),
      evidence: encodeEvidence(payment.evidence),
    },
    payment,
  )
