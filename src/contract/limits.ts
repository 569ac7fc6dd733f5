/** The largest case file that is opened. A case of a hundred loans with all payments is far below 5 MB. */
export const MAX_CASE_FILE_BYTES = 50 * 1024 * 1024

/** The longest document that is printed, in UTF-16 units of its HTML: some thousand pages. */
export const MAX_PRINT_HTML_LENGTH = 5_000_000

/** The longest text that is put on the clipboard, in UTF-16 units. */
export const MAX_COPIED_TEXT_LENGTH = 1_000_000

/**
 * The longest text of a case file that is saved, in UTF-16 units.
 * @alias MAX_CASE_FILE_BYTES
 */
export const MAX_CASE_TEXT_LENGTH = MAX_CASE_FILE_BYTES
