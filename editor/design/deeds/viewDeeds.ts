import {
  Braces,
  ChevronsDownUp,
  ChevronsUpDown,
  CircleHelp,
  Command,
  Contrast,
  Fullscreen,
  Hand,
  History,
  Keyboard,
  Languages,
  Layers,
  Maximize,
  Moon,
  PanelLeft,
  PanelRight,
  Ruler,
  Search,
  Shapes,
  Smartphone,
  TabletSmartphone,
  TriangleAlert,
  ZoomIn,
  ZoomOut,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Bilingual } from '../../../schemas/words'
import { chooseLocale } from '../../i18n/chooseLocale'
import { locale } from '../../i18n/locale'
import { useAppearance } from '../../state/appearance'
import type { Designer } from '../designer'
import { flipPanel, isNarrow, type Dialog, type Panels, type Side } from '../panels'
import { devices } from '../devices'
import { hasChosen, type Deed } from './deed'

export const viewDeeds: readonly Deed[] = [
  opening('command', { zh: '命令面板', en: 'Command palette' }, Command, 'Mod K', 'Mod P'),
  opening('keys', { zh: '快捷键', en: 'Keyboard shortcuts' }, Keyboard, '?'),
  opening('preview', { zh: '在手机上预览', en: 'Preview on a phone' }, Smartphone, 'Mod Enter'),
  opening('source', { zh: '源码', en: 'Source' }, Braces, 'Mod E'),
  showing('palette', { zh: '组件面板', en: 'Widgets' }, Shapes, 'Alt 1'),
  showing('outline', { zh: '图层面板', en: 'Layers' }, Layers, 'Alt 2'),
  showing('history', { zh: '历史面板', en: 'History' }, History, 'Alt 3'),
  showing('problems', { zh: '问题面板', en: 'Problems' }, TriangleAlert, 'Alt 4'),
  { id: 'find', name: { zh: '查找图层', en: 'Find a layer' }, group: 'view', icon: Search, keys: ['Mod F'], run: find },
  {
    id: 'side-panel',
    name: { zh: '左侧面板', en: 'Left panel' },
    group: 'view',
    icon: PanelLeft,
    keys: ['Mod ,'],
    isOn: ({ panels }) => panels.isSideOpen,
    run: ({ panels }) => flipPanel(panels, 'isSideOpen'),
  },
  {
    id: 'inspector-panel',
    name: { zh: '属性面板', en: 'Properties panel' },
    group: 'view',
    icon: PanelRight,
    keys: ['Mod .'],
    isOn: ({ panels }) => panels.isInspectorOpen,
    run: ({ panels }) => flipPanel(panels, 'isInspectorOpen'),
  },
  {
    id: 'all-panels',
    name: { zh: '收起或展开两侧面板', en: 'Hide or show both panels' },
    group: 'view',
    icon: Fullscreen,
    keys: ['Mod \\'],
    run: flipBoth,
  },
  folding('expand-all', false, { zh: '展开全部图层', en: 'Expand all layers' }, ChevronsUpDown, 'Alt Shift L'),
  folding('collapse-all', true, { zh: '收起全部图层', en: 'Collapse all layers' }, ChevronsDownUp, 'Alt L'),
  { id: 'zoom-in', name: { zh: '放大', en: 'Zoom in' }, group: 'view', icon: ZoomIn, keys: ['Mod =', 'Mod +'], run: ({ zoomBy }) => zoomBy(1.25) },
  { id: 'zoom-out', name: { zh: '缩小', en: 'Zoom out' }, group: 'view', icon: ZoomOut, keys: ['Mod -'], run: ({ zoomBy }) => zoomBy(0.8) },
  {
    id: 'zoom-fit',
    name: { zh: '适合窗口', en: 'Zoom to fit' },
    group: 'view',
    icon: Maximize,
    keys: ['Mod 0', 'Shift 1'],
    run: ({ session }) => void (session.looking.zoom = 'fit'),
  },
  {
    id: 'zoom-100',
    name: { zh: '实际大小', en: 'Zoom to 100%' },
    group: 'view',
    icon: Maximize,
    keys: ['Mod 1', 'Shift 0'],
    run: ({ session }) => void (session.looking.zoom = 1),
  },
  {
    id: 'zoom-selection',
    name: { zh: '缩放到所选', en: 'Zoom to the selection' },
    group: 'view',
    icon: Maximize,
    keys: ['Shift 2'],
    can: hasChosen,
    run: ({ session }) => void session.showWish.value++,
  },
  {
    id: 'rulers',
    name: { zh: '标尺与参考线', en: 'Rulers and guides' },
    group: 'view',
    icon: Ruler,
    keys: ['Shift R'],
    isOn: ({ panels }) => panels.rulers,
    run: ({ panels }) => void (panels.rulers = !panels.rulers),
  },
  {
    id: 'device-frame',
    name: { zh: '设备外框与安全区', en: 'Device frame and safe areas' },
    group: 'view',
    icon: TabletSmartphone,
    keys: ['Shift F'],
    isOn: ({ panels }) => panels.device,
    run: ({ panels }) => void (panels.device = !panels.device),
  },
  {
    id: 'contrary-ground',
    name: { zh: '画布底色深浅对调', en: 'Dark or light canvas' },
    group: 'view',
    icon: Contrast,
    keys: ['Shift D'],
    isOn: ({ panels }) => panels.contrary,
    run: ({ panels }) => void (panels.contrary = !panels.contrary),
  },
  {
    id: 'play',
    name: { zh: '试玩', en: 'Try it out' },
    group: 'view',
    icon: Hand,
    keys: ['Mod Alt P'],
    run: ({ session }) => void (session.looking.isPlaying = !session.looking.isPlaying),
  },
  ...devices.map(({ width, name }): Deed => ({
    id: `width-${width}`,
    name: { zh: `画布：${name.zh} ${width}`, en: `Canvas: ${name.en}, ${width} wide` },
    group: 'view',
    icon: Smartphone,
    run: ({ session }) => void (session.looking.width = width),
  })),
  { id: 'appearance', name: { zh: '切换深色界面', en: 'Switch light and dark' }, group: 'view', icon: Moon, keys: ['Mod Shift D'], run: switchAppearance },
  {
    id: 'language',
    name: { zh: '切换到 English', en: 'Switch to 中文' },
    group: 'view',
    icon: Languages,
    run: () => void chooseLocale(locale.value === 'en' ? 'zh-CN' : 'en'),
  },
  { id: 'tour', name: { zh: '新手引导', en: 'Take the tour' }, group: 'view', icon: CircleHelp, run: ({ panels }) => void (panels.tour = 0) },
]

function opening(dialog: Dialog, name: Bilingual, icon: Component, ...keys: readonly string[]): Deed {
  return { id: `open-${dialog}`, name, group: 'view', icon, keys, run: ({ panels }) => void (panels.dialog = dialog) }
}

function showing(side: Side, name: Bilingual, icon: Component, keys: string): Deed {
  return { id: `show-${side}`, name, group: 'view', icon, keys: [keys], run: ({ panels }) => show(panels, side) }
}

function show(panels: Panels, side: Side): void {
  panels.side = side
  flipPanel(panels, 'isSideOpen', true)
}

function flipBoth({ panels }: Designer): void {
  const isOpen = !panels.isSideOpen && !panels.isInspectorOpen
  panels.isInspectorOpen = isOpen && !isNarrow.value
  panels.isSideOpen = isOpen
}

function folding(id: string, isClosed: boolean, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id,
    name,
    group: 'view',
    icon,
    keys: [keys],
    run({ panels }) {
      show(panels, 'outline')
      panels.foldWish = { isClosed }
    },
  }
}

function find({ panels }: Designer): void {
  show(panels, 'outline')
  panels.findWish++
}

function switchAppearance(): void {
  const appearance = useAppearance()
  const isDark = appearance.choice === 'dark' || (appearance.choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  appearance.choose(isDark ? 'light' : 'dark')
}
