/**
 * `GET /v…/projects/:project/datasets/:dataset/acl` — what the caller may do, as filters the Studio evaluates.
 * Everybody on this machine is an administrator.
 */
export const acl = () => [
  {
    filter: '_id in path("**")',
    permissions: ['read', 'create', 'update', 'history', 'manage', 'editHistory'],
  },
]
