/** Whether a text has nothing to see in it: white space, controls and characters of no width alone. */
export const isBlank = (text: string): boolean => BLANK.test(text)

const BLANK = /^[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]*$/u
