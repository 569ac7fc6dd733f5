import * as z from 'zod/mini'

/** What a schema reads, made into something else. */
export const mapped = <Schema extends z.ZodMiniType, Value>(
  schema: Schema,
  make: (value: z.output<Schema>) => Value,
) => z.pipe(schema, z.transform(make))
