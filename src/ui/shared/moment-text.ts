const two = (value: number): string => String(value).padStart(2, '0')

/** A moment as this computer's clock shows it, with its offset: 2026-11-24T21:40:00+08:00. */
export function momentText(moment: Date): string {
  const ahead = -moment.getTimezoneOffset()
  const size = Math.abs(ahead)
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
  const day = [
    String(moment.getFullYear()).padStart(4, '0'),
    two(moment.getMonth() + 1),
    two(moment.getDate()),
  ].join('-')
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':')
  return `${day}T${time}${offset}`
}
