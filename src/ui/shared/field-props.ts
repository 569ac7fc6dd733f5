/** What every field of a form takes beside its value. */
export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with the value, in words; null where nothing is. */
  readonly error?: string | null | undefined
  readonly required?: boolean
  readonly disabled?: boolean
}
