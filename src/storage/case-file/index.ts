export {
  decodeCaseBytes,
  decodeCaseText,
  decodeCaseValue,
  type CaseReading,
} from './decode-case.ts'
export { encodeCase, encodeCaseText } from './encode/encode-case.ts'
export { LARGEST_FILE_BYTES } from './limits.ts'
export * from './problem.ts'
export { fileTooLarge, readJson, readText, type JsonReading } from './read-json.ts'
