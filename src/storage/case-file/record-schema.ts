import * as z from 'zod/mini'
import type { Carried } from '../../domain/case/index.ts'
import { mapped } from './mapped.ts'

type Shape = z.core.$ZodShape

type Known<Fields extends Shape> = z.output<z.ZodMiniObject<Fields>>

/**
 * An object of the file that becomes a record of the domain. Fields that this version does not know
 * are moved to the record's `extra`.
 */
export function record<Fields extends Shape>(fields: Fields) {
  const names = new Set(Object.keys(fields))
  return mapped(z.looseObject(fields), (all) => {
    const known: Record<string, unknown> = {}
    const extra: Record<string, unknown> = {}
    for (const [name, value] of Object.entries<unknown>(all)) {
      if (names.has(name)) known[name] = value
      else extra[name] = value
    }
    // The loop splits what the schema just checked; the compiler can't follow a split by name.
    const domain = known as Known<Fields>
    return Object.keys(extra).length === 0 ? domain : { ...domain, extra }
  }) satisfies z.ZodMiniType<Known<Fields> & Carried>
}
