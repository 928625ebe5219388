import type {Finding} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'
import {Stack, Text} from '@sanity/ui'

import {sayFinding, sayLeftOut} from '../advice/sayFinding.ts'
import {keyOf} from '../advice/uniqueFindings.ts'
import {Disclosure} from './Disclosure.tsx'
import {MendLink} from './MendLink.tsx'
import {useSay} from './SayContext.ts'

interface LeftOutProps {
  findings: readonly Finding[]
  /** The document that was published, and its type. */
  document: string
  documentType: string
}

/** What the site left out of a document that was published, each with a link to its field. */
export function LeftOut({findings, document, documentType}: LeftOutProps) {
  const say = useSay()
  if (findings.length === 0) return null
  return (
    <Disclosure summary={sayLeftOut(say, findings.length)} isOpen>
      <Stack as="ul" gap={4} paddingTop={4} paddingLeft={4} margin={0} data-testid="left-out">
        {findings.map((finding) => (
          <Text as="li" key={keyOf(finding)} size={1}>
            {sayFinding(say, finding)}{' '}
            <MendLink
              refusal={{...finding, field: pathText(finding.path)}}
              document={document}
              documentType={documentType}
            />
          </Text>
        ))}
      </Stack>
    </Disclosure>
  )
}
