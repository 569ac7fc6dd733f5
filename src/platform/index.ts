export { desktop } from './desktop.ts'
