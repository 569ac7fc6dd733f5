import { writeFileSync } from 'node:fs'
import { PACK_REVIEW_FILE, packReview } from './pack-review.ts'

// Run from the repository's root after a change of the shipped pack.
writeFileSync(PACK_REVIEW_FILE, await packReview())
