/** Where visitors read an address of the site; `undefined` where this Studio was not told where the site is. */
export function siteAddress(address: string): string | undefined {
  const siteUrl = document.querySelector('meta[name="site-url"]')?.getAttribute('content')
  return siteUrl ? `${siteUrl.replace(/\/+$/, '')}${address}` : undefined
}
