import type { ElectronApplication } from '@playwright/test'

/** From now on each save dialog is answered with this path; null cancels it. */
export async function chooseSavePath(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
  }, path)
}

/** From now on each open dialog is answered with this path; null cancels it. */
export async function chooseOpenPath(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

/** Chooses an item of the application menu by its id, as a click on it would. */
export async function chooseMenuItem(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId)
    if (!item?.enabled) throw new Error(`The menu item ${itemId} cannot be chosen.`)
    item.click()
  }, id)
}
