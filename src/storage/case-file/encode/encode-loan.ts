import type {
  ContractInstalment,
  Exposure,
  Fee,
  LateFee,
  Loan,
  MinimumPayment,
  Offer,
  Payment,
  Penalty,
} from '../../../domain/case/index.ts'
import { formatFraction, formatYuan } from '../../../domain/kernel/index.ts'
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
      dayCount: loan.dayCount,
      fees: listed(loan.fees.map(encodeFee)),
      penalty: knownAs(loan.penalty, encodePenalty),
      schedule: loan.schedule?.map(encodeInstalment),
      minimumPayment: knownAs(loan.minimumPayment, encodeMinimum),
      reportedToBureau: known(loan.reportedToBureau),
      litigation: known(loan.litigation),
      exposure: knownAs(loan.exposure, encodeExposure),
      offers: listed(loan.offers.map(encodeOffer)),
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

const encodeExposure = (exposure: Exposure): FileRecord =>
  fileRecord(
    {
      contactsPermission: exposure.contactsPermission,
      emergencyContacts: exposure.emergencyContacts,
    },
    exposure,
  )

const encodeOffer = (offer: Offer): FileRecord =>
  fileRecord(
    {
      id: offer.id,
      kind: offer.kind,
      amount: knownAs(offer.amount, formatYuan),
      months: known(offer.months),
      rate: knownAs(offer.rate, encodeRate),
      deadline: known(offer.deadline),
      confirmedInWriting: offer.confirmedInWriting,
    },
    offer,
  )

export const encodePayment = (payment: Payment): FileRecord =>
  fileRecord(
    {
      id: payment.id,
      loan: payment.loan,
      on: payment.on,
      amount: formatYuan(payment.amount),
      note: filled(payment.note),
    },
    payment,
  )
