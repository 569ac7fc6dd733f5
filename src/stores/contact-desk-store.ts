import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Contact } from '../domain/case/index.ts'
import { useCaseStore } from './case-store.ts'

/** What the contact log is asked for: a new entry about a loan or none in particular, one that is there, or a pasted list. */
export type ContactAsked =
  | { readonly kind: 'new'; readonly loan: string | null }
  | { readonly kind: 'edit'; readonly contact: Contact }
  | { readonly kind: 'paste' }

/** Contacts are written down from anywhere, over whatever page is open: this holds what is asked for. */
export const useContactDeskStore = defineStore('contact-desk', () => {
  const cases = useCaseStore()
  const asked = shallowRef<ContactAsked | null>(null)

  /** Opens the form for a new entry. What is being filled in stays; nothing happens without a case. */
  function ask(loan: string | null = null): void {
    if (cases.facts === null || asked.value !== null) return
    const isKnown = cases.facts.loans.some(({ id }) => id === loan)
    asked.value = { kind: 'new', loan: isKnown ? loan : null }
  }

  /** Opens the form for an entry that is there. */
  function edit(contact: Contact): void {
    asked.value = { kind: 'edit', contact }
  }

  /** Opens the form into which a list out of a telephone is pasted. */
  function paste(): void {
    asked.value = { kind: 'paste' }
  }

  function close(): void {
    asked.value = null
  }

  /** The entries that were ticked for an evidence pack and not yet taken into one. */
  let collected: ReadonlySet<string> | null = null
  function collect(contacts: ReadonlySet<string>): void {
    collected = contacts
  }

  /** Hands the ticked entries over, once: whoever comes to the pack later finds all entries in it. */
  function takeCollected(): ReadonlySet<string> | null {
    const taken = collected
    collected = null
    return taken
  }

  // A form over one case must not be filled in over another.
  watch(
    () => cases.caseId,
    () => {
      close()
      collected = null
    },
    { flush: 'sync' },
  )

  // Not `readonly`: that would hand out proxies, and what the form takes from it becomes a fact.
  return { asked: computed(() => asked.value), ask, edit, paste, close, collect, takeCollected }
})
