/** Where the app serves the solver's WebAssembly; a bundler puts it there. */
export { default as solverAddress } from 'highs/runtime?url'
