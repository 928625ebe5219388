import {ActivityIcon} from '@sanity/icons/Activity'
import {createElement} from 'react'
import type {Tool} from 'sanity'
import {route} from 'sanity/router'

import type {Say} from '../receipts/say.ts'
import {SayProvider} from '../receipts/SayContext.ts'
import {ReceiptsScreen} from './ReceiptsScreen.tsx'

/** The tool that tells what is live, since when, where, and why not. */
export const receiptsTool = (say: Say): Tool => ({
  name: 'receipts',
  title: say('On the site'),
  icon: ActivityIcon,
  router: route.create('/', [route.create('/:document')]),
  component: () => createElement(SayProvider, {value: say}, createElement(ReceiptsScreen)),
})
