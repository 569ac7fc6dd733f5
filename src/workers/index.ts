export * from './proposal-protocol.ts'
export { createProposalSearch } from './create-proposal-search.ts'
