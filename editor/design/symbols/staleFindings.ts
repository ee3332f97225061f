import type { SymbolHead } from '../../../schemas/api/symbols'
import type { PageDocument } from '../../../schemas/page'
import type { InstanceUpdate } from '../../document/commands/updateInstance'
import { updateInstances } from '../../document/commands/updateInstances'
import type { Finding } from '../problems/finding'

/** Instances whose symbols have a newer version, each with the click that takes it, and one click for all. */
export function staleFindings(updates: readonly InstanceUpdate[], { nodes }: PageDocument, headOf: (id: string) => SymbolHead | null): readonly Finding[] {
  const each = updates.map((update): Finding => {
    const { name = '', number = 0 } = headOf(nodes[update.root]!.symbol!.id) ?? {}
    return {
      subject: 'content',
      severity: 'warning',
      node: update.root,
      message: { zh: `复用块“${name}”有新的版本（第 ${number} 版）`, en: `The symbol “${name}” has a newer version (version ${number})` },
      fix: { name: { zh: '更新', en: 'Update' }, edit: (page) => updateInstances(page, [update]) },
    }
  })
  if (each.length < 2) return each
  const many = each.length
  const all: Finding = {
    subject: 'content',
    severity: 'warning',
    message: { zh: `本页有 ${many} 处复用块不是最新版本`, en: `${many} instances on this page are behind their symbols` },
    fix: { name: { zh: '全部更新', en: 'Update all' }, edit: (page) => updateInstances(page, updates) },
  }
  return [all, ...each]
}
