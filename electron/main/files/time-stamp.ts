/** A moment as a name can hold it, in UTC to the second: 20261128T101500Z. */
export const timeStamp = (moment: Date): string =>
  moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
