declare namespace App {
  interface Locals extends import('#content/pageLocals.ts').PageLocals {}
}
