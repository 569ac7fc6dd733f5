const { app, BrowserWindow } = require('electron')

// The least that an app of this runtime can be: a window with nothing in it, kept from being collected.
let window = null
app.whenReady().then(() => {
  window = new BrowserWindow({ width: 1280, height: 800 })
  return window.loadURL('data:text/html,<html data-ready><title>blank</title></html>')
})
