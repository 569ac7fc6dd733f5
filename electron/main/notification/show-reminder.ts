import { Notification } from 'electron'

/** A notification is gone with its object: those on the screen are kept here. */
const shown = new Set<Notification>()

/** Shows a notification; false where the system has none. */
export function showReminder(
  words: { readonly title: string; readonly body: string },
  open: () => void,
): boolean {
  if (!Notification.isSupported()) return false
  const reminder = new Notification(words)
  reminder.on('click', () => {
    shown.delete(reminder)
    open()
  })
  reminder.on('close', () => shown.delete(reminder))
  shown.add(reminder)
  reminder.show()
  return true
}
