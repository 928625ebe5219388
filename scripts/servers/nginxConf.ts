import {A_YEAR, ALWAYS_ASK, LASTING_ADDRESS, NOT_KEPT} from '../publisher/site/cacheControl.ts'
import {PACKED_TYPES, TEXT_TYPES, UNKNOWN_TYPE} from '../publisher/site/contentTypes.ts'
import {SECURITY_HEADERS} from '../publisher/site/securityHeaders.ts'
import {acceptedLocale} from './acceptedLocale.ts'
import type {ServedSite} from './servedSite.ts'

/**
 * A server of the site for nginx (1.18 or later), to be included in its `http` block. `maps` is the folder, absolute,
 * where `redirects.nginx` and `gone.nginx` lie.
 */
export const nginxConf = (site: ServedSite, maps: string): string =>
  `# Serves the site as the publisher's own server does. Written by \`npm run releases:servers\`: change it there.
# Include it in the http block of nginx, or link to it from conf.d.
# A publish asks nothing of nginx. Only when a page moved or was withdrawn, run the command again and reload nginx;
# until then the page that stands at the old address tells visitors where to go.
${sizesOfMaps(site)}
map $uri $moved_to {
  default "";
  include ${quoted(`${maps}/redirects.nginx`)};
}
map $uri $is_gone {
  default "";
  include ${quoted(`${maps}/gone.nginx`)};
}
map $uri $not_found_page {
  default /404.html;
${lines(site.locales.map((locale) => `"~^/${locale}/" /${locale}/404.html;`))}
}
map $http_accept_language $wanted_locale {
  default "";
  ${quoted(`~${acceptedLocale(site.locales)}`)} $wanted;
}
map $request_uri $vary {
  default "";
  "~^/([?]|$)" Accept-Language;
}
map $uri $cache_of_file {
  default "${ALWAYS_ASK}";
  "~${LASTING_ADDRESS}" "${A_YEAR}";
}
map $status $cache_control {
  default "${NOT_KEPT}";
  "~^(200|206|304)$" $cache_of_file;
  "~^30[12]$" "${ALWAYS_ASK}";
}

server {
  listen ${site.url.port || '80'};
  listen [::]:${site.url.port || '80'};
  server_name ${site.url.hostname};
  # For https, add \`listen 443 ssl\` and the certificate here, or let certbot do so.

  root ${quoted(site.root)};
  absolute_redirect off;
  server_tokens off;

  # Compressed copies where the release has them, else on the fly.
  gzip_static on;
  # brotli_static on;  # with the module ngx_brotli
  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_min_length 1024;
  gzip_types ${textTypes.join(' ')};

  charset utf-8;
  charset_types ${textTypes.join(' ')};
  default_type ${UNKNOWN_TYPE};
  types {
${lines(Object.entries({...TEXT_TYPES, ...PACKED_TYPES}).map(typeLine), 4)}
  }

${lines(Object.entries(SECURITY_HEADERS).map(([name, value]) => `add_header ${name} "${value}" always;`))}
  add_header cache-control $cache_control always;
  add_header vary $vary always;

  error_page 404 $not_found_page;
  error_page 410 @withdrawn;
  if ($moved_to) {
    return 301 $moved_to;
  }
  if ($is_gone) {
    return 410;
  }

  location = / {
    if ($wanted_locale) {
      return 302 /$wanted_locale/;
    }
    try_files /index.html =404;
  }
  location / {
    try_files $uri \${uri}index.html @without_slash;
  }
  location @without_slash {
    if (-f $document_root$uri/index.html) {
      return 301 $uri/;
    }
    return 404;
  }
  location @withdrawn {
    try_files \${uri}index.html $uri/index.html =410;
  }
}
`

/** Room for every address, and for the longest of them. */
function sizesOfMaps({moved: {redirects, gone}}: ServedSite) {
  const longest = Math.max(0, ...[...redirects].flat().map(lengthOf), ...[...gone].map(lengthOf))
  const entries = 2 * Math.max(redirects.size, gone.size)
  return `map_hash_bucket_size ${powerOfTwo(Math.max(128, 2 * longest))};
map_hash_max_size ${powerOfTwo(Math.max(2048, 2 * entries))};
`
}

const lengthOf = (text: string) => text.length

const powerOfTwo = (atLeast: number) => 2 ** Math.ceil(Math.log2(atLeast))

const withoutCharset = (type: string) => type.replace(/;.*/, '')

/** nginx counts HTML in by itself. */
const textTypes = Object.values(TEXT_TYPES)
  .map(withoutCharset)
  .filter((type) => type !== 'text/html')

const typeLine = ([extension, type]: readonly [string, string]) =>
  `${withoutCharset(type)} ${extension.slice(1)};`

const lines = (all: readonly string[], indent = 2) =>
  all.map((line) => ' '.repeat(indent) + line).join('\n')

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`
