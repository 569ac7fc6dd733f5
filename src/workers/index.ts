export * from './proposal-protocol.ts'
export { startProposalSearch } from './start-proposal-search.ts'
