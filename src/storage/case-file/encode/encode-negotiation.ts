import type {
  AgreedFee,
  AgreedInstalment,
  Agreement,
  Offer,
  Statement,
  Talk,
} from '../../../domain/case/index.ts'
import { formatYuan } from '../../../domain/kernel/index.ts'
import {
  encodeRate,
  filled,
  fileRecord,
  known,
  knownAs,
  listed,
  type FileRecord,
} from './file-record.ts'

export const encodeOffer = (offer: Offer): FileRecord =>
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

export const encodeStatement = (statement: Statement): FileRecord =>
  fileRecord(
    {
      id: statement.id,
      on: statement.on,
      principal: knownAs(statement.principal, formatYuan),
      interest: knownAs(statement.interest, formatYuan),
      penalty: knownAs(statement.penalty, formatYuan),
      fees: knownAs(statement.fees, formatYuan),
      total: knownAs(statement.total, formatYuan),
      note: filled(statement.note),
    },
    statement,
  )

export const encodeTalk = (talk: Talk): FileRecord =>
  fileRecord(
    {
      id: talk.id,
      on: talk.on,
      kind: talk.kind,
      amount: knownAs(talk.amount, formatYuan),
      months: known(talk.months),
      concession: known(talk.concession),
      rate: knownAs(talk.rate, encodeRate),
      replyBy: known(talk.replyBy),
      inWriting: talk.inWriting,
      note: filled(talk.note),
    },
    talk,
  )

export const encodeAgreement = (agreement: Agreement): FileRecord =>
  fileRecord(
    {
      id: agreement.id,
      signedOn: agreement.signedOn,
      inWriting: agreement.inWriting,
      recorded: agreement.recorded,
      balance: knownAs(agreement.balance, formatYuan),
      instalments: listed(agreement.instalments.map(encodeInstalment)),
      fees: listed(agreement.fees.map(encodeFee)),
      interestStops: known(agreement.interestStops),
      rate: knownAs(agreement.rate, encodeRate),
      stated: listed(agreement.stated),
    },
    agreement,
  )

const encodeInstalment = (instalment: AgreedInstalment): FileRecord =>
  fileRecord({ dueOn: instalment.dueOn, amount: formatYuan(instalment.amount) }, instalment)

const encodeFee = (fee: AgreedFee): FileRecord =>
  fileRecord({ label: filled(fee.label), amount: formatYuan(fee.amount), on: known(fee.on) }, fee)
