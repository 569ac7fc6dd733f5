export { agenda } from './agenda.ts'
export { calendarFile, type CalendarEntry } from './icalendar.ts'
export * from './reminders.ts'
export * from './types.ts'
