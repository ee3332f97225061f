/** What is said when there are no words yet: in both languages, as text alone. */
export function sayWordless(): void {
  const text = document.createElement('p')
  text.textContent = '编辑器没能加载。请检查网络后刷新页面。 · The editor could not load. Check the network, then reload the page.'
  text.setAttribute('role', 'alert')
  document.body.replaceChildren(text)
}
