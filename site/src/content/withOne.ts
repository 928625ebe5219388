/** A list with one more member. Most lists stay short, and are no larger than they must be; long ones grow in place. */
export function withOne<Member>(list: Member[] | undefined, member: Member): Member[] {
  if (!list) return [member]
  if (list.length < SHORT) return [...list, member]
  list.push(member)
  return list
}

const SHORT = 12
