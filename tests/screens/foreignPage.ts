const style = (top: number) => ({ left: 20, top, width: 300, height: 40 })

/** Two pages of another editor: some things of theirs are known here, some become something else, some are not known. */
export const foreignPage = {
  type: 'app',
  name: '春季新品会',
  items: [
    {
      type: 'page',
      name: '首页',
      style: { width: '100%', height: 1728 },
      items: [
        { type: 'text', text: '新年快乐', style: style(20), events: [{ name: 'click', to: 'code_1', method: 'run' }] },
        { type: 'button', text: '立即参加', style: { ...style(80), filter: 'blur(2px)' } },
        { type: 'img', name: '主视觉', src: 'https://example.com/banner.jpg', style: style(140) },
        { type: 'hologram', name: '全息投影展示区（带自动旋转和环境光）', style: style(200) },
        {
          type: 'container',
          name: '报名区',
          style: style(260),
          items: [
            { type: 'text', text: '留下电话', style: style(0) },
            { type: 'iterator-container', name: '循环列表' },
          ],
        },
        { type: 'qrcode', name: '公众号', url: 'https://example.com', style: style(320) },
        { type: 'lottery-box', name: '盲盒', style: style(380) },
      ],
    },
    { type: 'page', name: '规则', items: [{ type: 'text', text: '活动规则' }] },
  ],
}
