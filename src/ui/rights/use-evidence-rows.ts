import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { CONTACT_CHANNELS, type Contact, type ContactChannel } from '../../domain/case/index.ts'
import { EVIDENCE_WORDS } from '../../packs/index.ts'
import { useCaseStore } from '../../stores/index.ts'
import { useFormat } from '../shared/use-format.ts'

/** An entry of the log in one line. */
export interface EvidenceRow {
  readonly key: string
  readonly line: string
}

/** Entries as lines, all of them or those of one lender or one channel. */
export function useEvidenceRows(entries: () => readonly Contact[]) {
  const { t } = useI18n()
  const { locale } = useFormat()
  const cases = useCaseStore()
  const channel = ref<ContactChannel | ''>('')
  const creditor = ref('')
  const names = computed(
    () => new Map((cases.facts?.creditors ?? []).map(({ id, name }) => [id, name])),
  )

  const lineOf = (contact: Contact): string => {
    const words = EVIDENCE_WORDS[locale.value]
    return [
      contact.at.slice(0, 16).replace('T', ' '),
      words.channel[contact.channel],
      words.party[contact.party],
      names.value.get(contact.creditor ?? '') ?? '',
      contact.caller?.number ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
  const rows = computed((): readonly EvidenceRow[] =>
    entries()
      .filter(
        (contact) =>
          (channel.value === '' || contact.channel === channel.value) &&
          (creditor.value === '' || contact.creditor === creditor.value),
      )
      .map((contact) => ({ key: contact.id, line: lineOf(contact) })),
  )
  const channels = computed((): { value: ContactChannel | ''; label: string }[] => [
    { value: '', label: t('rights.evidence.anyChannel') },
    ...CONTACT_CHANNELS.map((value) => ({
      value,
      label: EVIDENCE_WORDS[locale.value].channel[value],
    })),
  ])
  const creditors = computed(() => [
    { value: '', label: t('rights.evidence.anyCreditor') },
    ...[...names.value].map(([value, label]) => ({ value, label })),
  ])
  return { rows, channel, channels, creditor, creditors }
}
