/** A key as names tell it apart from others: eight hexadecimal digits. */
export const KEY_ID = /^[0-9a-f]{8}$/

/** An attached file, sealed, beside the backups that name it. */
export const SEALED_FILE_NAME = /^(?<keyId>[0-9a-f]{8})-[0-9a-f]{32}\.respite-file$/

/** A backup: its key, the moment as 20261128T101500Z, and why it was made. */
export const BACKUP_NAME =
  /^respite-(?<keyId>[0-9a-f]{8})-(?<at>\d{8}T\d{6}Z)-(?<reason>[a-z]+)\.respite-backup$/
