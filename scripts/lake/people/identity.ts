/** Who makes a request. `id` is what transactions are signed with. */
export interface Identity {
  id: string
  name: string
  email: string
}
