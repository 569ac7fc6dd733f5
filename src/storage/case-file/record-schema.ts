import { z } from 'zod'
import type { Carried } from '../../domain/case/index.ts'

type Known<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

/**
 * An object of the file that becomes a record of the domain. Fields that this version does not know
 * are moved to the record's `extra`.
 */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = new Set(Object.keys(shape))
  return z.looseObject(shape).transform((fields) => {
    const known: Record<string, unknown> = {}
    const extra: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(fields)) {
      if (names.has(name)) known[name] = value
      else extra[name] = value
    }
    // The loop splits what the schema just checked; the compiler can't follow a split by name.
    const domain = known as Known<Shape>
    return Object.keys(extra).length === 0 ? domain : { ...domain, extra }
  }) satisfies z.ZodType<Known<Shape> & Carried>
}
