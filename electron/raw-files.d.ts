declare module '*.png?inline' {
  const address: string
  export default address
}
declare module '*.css?raw' {
  const text: string
  export default text
}
