import {
  Box,
  Blocks,
  CalendarCheck,
  ChartBar,
  ClipboardList,
  Coins,
  GalleryHorizontal,
  GalleryVertical,
  Gift,
  Image,
  LayoutPanelTop,
  ListOrdered,
  LoaderPinwheel,
  Medal,
  MessageCircleQuestionMark,
  MousePointerClick,
  PanelBottomOpen,
  PartyPopper,
  Puzzle,
  ScrollText,
  Smartphone,
  Sparkles,
  Ticket,
  Timer,
  Trophy,
  Type,
  UserPlus,
  Users,
  Video,
  Vote,
} from '@lucide/vue'
import type { Component } from 'vue'
import { specs } from '../../widgets/specs'

/** Pictures of the installed widgets. Named one by one, so that the other thousands stay out of the editor. */
export const icons: { readonly [name: string]: Component } = {
  Box,
  CalendarCheck,
  ChartBar,
  ClipboardList,
  Coins,
  GalleryHorizontal,
  GalleryVertical,
  Gift,
  Image,
  LayoutPanelTop,
  ListOrdered,
  LoaderPinwheel,
  Medal,
  MessageCircleQuestionMark,
  MousePointerClick,
  PanelBottomOpen,
  PartyPopper,
  ScrollText,
  Smartphone,
  Sparkles,
  Ticket,
  Timer,
  Trophy,
  Type,
  UserPlus,
  Users,
  Video,
  Vote,
}

/** The picture of instances of the team's symbols. */
export const symbolIcon: Component = Blocks

/** The picture of a widget's type; a puzzle piece for one that is not installed. */
export function iconOf(type: string): Component {
  const spec = specs[type]
  return spec ? (icons[spec.icon] ?? Box) : Puzzle
}
