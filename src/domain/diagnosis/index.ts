export { outlookOf, type Outlook } from './outlook.ts'
export {
  checkStatement,
  STATEMENT_PARTS,
  type StatementCheck,
  type StatementLine,
  type StatementPart,
  type StatementReason,
} from './statement-check.ts'
