const files = import.meta.glob<Record<string, unknown>>('./*.json', {
  eager: true,
  import: 'default',
})

/** The messages of each screen, under the name of its file. */
export const messages = Object.fromEntries(
  Object.entries(files).map(([path, content]) => [
    path.slice('./'.length, -'.json'.length),
    content,
  ]),
)
