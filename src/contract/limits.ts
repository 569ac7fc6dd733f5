/** The largest case file that is opened. A case of a hundred loans with all payments is far below 5 MB. */
export const MAX_CASE_FILE_BYTES = 50 * 1024 * 1024

/** The most bytes of one file that the window hands over to be saved (an encrypted copy holds all attached files), and of a whole folder. */
export const MAX_SAVED_FILE_BYTES = 500 * 1024 * 1024
export const MAX_SAVED_FOLDER_BYTES = 1024 * 1024 * 1024

/** The most files in a folder that is saved. */
export const MAX_FOLDER_FILES = 20_000

/** The longest key file, in UTF-16 units: two wrapped keys are below a thousand. */
export const MAX_KEY_FILE_LENGTH = 10_000

/** The longest document that is printed, in UTF-16 units of its HTML: some thousand pages. */
export const MAX_PRINT_HTML_LENGTH = 5_000_000

/** The longest text that is put on the clipboard, in UTF-16 units. */
export const MAX_COPIED_TEXT_LENGTH = 1_000_000

/**
 * The longest text of a case file that is saved, in UTF-16 units.
 * @alias MAX_CASE_FILE_BYTES
 */
export const MAX_CASE_TEXT_LENGTH = MAX_CASE_FILE_BYTES

/** The most sealed files that a backup names. */
export const MAX_BACKUP_FILES = 20_000
