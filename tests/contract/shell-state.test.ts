import { expect, it, vi } from 'vitest'
import { whenChanged, type ShellState } from '../../electron/main/shell-state.ts'

it('is shown at first, and again only once it is another one', () => {
  const menu = { hasCase: false, canUndo: false, canRedo: false }
  const state: ShellState = { locale: 'en', menu }
  const show = vi.fn()
  const refresh = whenChanged(state, show)
  refresh()
  state.menu = { ...menu }
  refresh()
  expect(show).toHaveBeenCalledTimes(1)
  state.menu = { ...menu, hasCase: true }
  refresh()
  state.locale = 'zh-CN'
  refresh()
  refresh()
  expect(show).toHaveBeenCalledTimes(3)
})
