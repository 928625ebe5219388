type PageLocals = import('#content/pageLocals.ts').PageLocals

declare namespace App {
  interface Locals extends PageLocals {}
}
