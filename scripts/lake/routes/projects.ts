import type {LakeRequest} from '../lakeRequest.ts'
import {project} from './project.ts'

/** `GET /v…/projects` — the projects there are: one. */
export const projects = (request: LakeRequest) => [project(request)]
