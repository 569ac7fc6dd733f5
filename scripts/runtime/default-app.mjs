// The test runtime lacks Electron's default application, which opens the folder given on the command line. It has to be
// an ES module that awaits the app's own: Electron delays `ready` until then, so the app can still register its scheme.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

function readArguments(argv) {
  const required = []
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at]
    if (argument === '-r' || argument === '--require') {
      at += 1
      required.push(argv[at])
    } else if (!argument.startsWith('-')) {
      return { required, folder: argument }
    }
  }
  return { required, folder: null }
}

const { required, folder } = readArguments(process.argv.slice(1))
process.defaultApp = true
for (const file of required) require(resolve(file))

if (folder === null) {
  process.stderr.write('The test runtime needs the folder of an application.\n')
  app.exit(1)
} else {
  const appFolder = resolve(folder)
  const about = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))
  app.setName(about.productName ?? about.name)
  app.setVersion(about.version)
  app.setAppPath(appFolder)
  await import(pathToFileURL(join(appFolder, about.main)).href)
}
