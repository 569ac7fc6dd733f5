const two = (value: number): string => String(value).padStart(2, '0')

/** Day and time of a moment by this computer's clock. */
export function localTime(moment: string): { readonly day: string; readonly time: string } {
  const at = new Date(moment)
  return {
    day: [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-'),
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}
