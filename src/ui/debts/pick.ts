/** The member of a list of codes that a choice field answered with; null for none. */
export const pick = <Code extends string>(
  codes: readonly Code[],
  value: string | null,
): Code | null => codes.find((code) => code === value) ?? null
