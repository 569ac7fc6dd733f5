import { describe, expect, it } from 'vitest'
import { letterBlocks } from '../../../src/packs/index.ts'
import { letterDocx } from '../../../src/ui/letter/letter-docx.ts'
import { unzipEntry } from '../../support/unzip-entry.ts'

const markdown =
  '# 信\n\n致：**甲**\n\n1. 一\n1. 二\n\n| 项 | 额 |\n| --- | ---: |\n| 甲 | 1.00元 |\n'

describe('a letter as a Word file', () => {
  it('has its words, its table and who wrote it', async () => {
    const about = { title: '信', author: '某人（虚构）', locale: 'zh-CN' } as const
    const bytes = await letterDocx(letterBlocks(markdown), about)
    const text = unzipEntry(bytes, 'word/document.xml')
    for (const part of ['信', '甲', '一', '二', '1.00元', '<w:tbl>', '<w:cantSplit/>'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/\*\*|\| ---/)
    const core = unzipEntry(bytes, 'docProps/core.xml')
    expect(core).toContain('某人（虚构）')
    expect(core).toContain('<dc:title>信</dc:title>')
  })
})
