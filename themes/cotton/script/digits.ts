// Digits of any script, and the small tables that forms carry.

/** Digits of any script as Latin ones. */
export function latin(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

/** `a=1/5:2,b=3` as pairs. */
export function pairs(text: string): Map<string, string> {
  return new Map(
    text.split(',').map((one): [string, string] => {
      const [key = '', value = ''] = one.split('=');
      return [key, value];
    }),
  );
}
