import type { IConfiguration } from 'dependency-cruiser'

declare const configuration: IConfiguration & {
  options: { enhancedResolveOptions: { extensions: string[] } }
}
export default configuration
