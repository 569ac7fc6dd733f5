import type { z } from 'zod'
import type { LimitRules } from '../domain/cost/index.ts'
import type { ArrangementRule } from '../domain/proposal/index.ts'
import type { PACK_SCHEMAS } from './pack-schema.ts'

type ArrangementEntry = z.output<(typeof PACK_SCHEMAS)['arrangements.json']>[number]

/** The arrangements with the figures that interest is asked to be cut to: the pack's own limits and rates. */
export const resolveArrangements = (
  entries: readonly ArrangementEntry[],
  { limits, lpr }: LimitRules,
): readonly ArrangementRule[] =>
  entries.map(({ cutTo, ...rule }) => {
    switch (cutTo?.kind) {
      case 'limit':
        return { ...rule, cutTo: { kind: 'limit', rules: { limits, lpr } } }
      case 'lpr':
        return { ...rule, cutTo: { ...cutTo, lpr } }
      case 'nothing':
        return { ...rule, cutTo }
      case undefined:
        return { ...rule, cutTo: null }
    }
  })
