import {A_YEAR, ALWAYS_ASK, LASTING_ADDRESS, NOT_KEPT} from '../publisher/site/cacheControl.ts'
import {PACKED_TYPES, TEXT_TYPES} from '../publisher/site/contentTypes.ts'
import {SECURITY_HEADERS} from '../publisher/site/securityHeaders.ts'
import {acceptedLocale} from './acceptedLocale.ts'
import type {ServedSite} from './servedSite.ts'

/** A server of the site for Caddy (2.6 or later); `redirects.caddy` and `gone.caddy` lie beside it. */
export const caddyfile = ({root, url, locales}: ServedSite): string =>
  `# Serves the site as the publisher's own server does. Written by \`npm run releases:servers\`: change it there.
# A publish asks nothing of Caddy. Only when a page moved or was withdrawn, run the command again and \`caddy reload\`;
# until then the page that stands at the old address tells visitors where to go.
# With an address that begins with https://, Caddy gets the certificate by itself.
(site_headers) {
${Object.entries(SECURITY_HEADERS)
  .map(([name, value]) => `	header ${name} "${value}"\n`)
  .join('')}}

${url.origin} {
	root * ${quoted(root)}
	encode gzip

	map {path} {moved_to} {
		import redirects.caddy
		default ""
	}
	map {path} {is_gone} {
		import gone.caddy
		default ""
	}

	map {path} {not_found_page} {
${locales.map((locale) => `\t\t~^/${locale}/ /${locale}/404.html\n`).join('')}		default /404.html
	}

	route {
		import site_headers
		header Cache-Control "${ALWAYS_ASK}"

		@writing not method GET HEAD
		header @writing Allow "GET, HEAD"
		error @writing 405
		# Matchers of paths see them put right; these are no addresses of the site, and no file system has their names.
		@odd expression {path}.matches(r'//|\\x5c|[[:cntrl:]]|[^/]{256,}')
		error @odd 404

		@moved not vars {moved_to} ""
		redir @moved {moved_to} 301
		@gone not vars {is_gone} ""
		error @gone 410

		header / Vary Accept-Language
		@wanted {
			path /
			header_regexp locale Accept-Language ${quoted(acceptedLocale(locales))}
		}
		redir @wanted /{re.locale.wanted}/ 302

		@without_slash {
			not path */
			file {path}/index.html
		}
		redir @without_slash {path}/ 301

		@lasting path_regexp ${LASTING_ADDRESS}
		header @lasting Cache-Control "${A_YEAR}"
${types()}
		file_server {
			precompressed br gzip
			disable_canonical_uris
		}
	}

	handle_errors {
		import site_headers
		header Cache-Control ${NOT_KEPT}
		header Content-Type "text/html; charset=utf-8"
		header -Etag
		@withdrawn expression {err.status_code} == 410
		rewrite @withdrawn {path}/index.html
		@absent expression {err.status_code} == 404
		rewrite @absent {not_found_page}
		@shown expression {err.status_code} in [404, 410]
		file_server @shown
	}
}
`

const types = () =>
  Object.entries({...TEXT_TYPES, ...PACKED_TYPES})
    .map(([extension, type]) => {
      const matcher = `@${extension.slice(1)}`
      return `		${matcher} path *${extension}\n		header ${matcher} Content-Type "${type}"\n`
    })
    .join('')

const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`
