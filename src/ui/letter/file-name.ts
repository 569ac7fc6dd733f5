/** A creditor's name as part of a file name: without what a file system forbids, not over long. */
export const fileNamePart = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f/\\:*?"<>|]+/g, ' ')
    .trim()
    .slice(0, 60)
