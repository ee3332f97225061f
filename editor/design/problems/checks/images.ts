import type { Check } from '../finding'

/** Pictures on other people's servers: slow, and gone when they like. */
export const images: Check = ({ nodes }) =>
  Object.values(nodes)
    .filter(({ props }) => [props['src'], props['image']].some((address) => typeof address === 'string' && /^https?:/.test(address)))
    .map(({ id, props }) => ({
      subject: 'weight',
      severity: 'warning',
      node: id,
      prop: 'src' in props ? 'src' : 'image',
      message: {
        zh: '图片在别的服务器上：打开慢，也可能失效。请上传到素材库',
        en: 'The picture is on another server: slow, and it may vanish. Upload it to the library',
      },
    }))
