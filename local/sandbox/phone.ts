/**
 * Converts a phone number to E.164; a number without a country code counts as North American.
 * @returns undefined if it is not a phone number
 */
export function normalizePhone(input: string): string | undefined {
  if (!/^\+?[\d\s().-]+$/.test(input)) return undefined;
  const digits = input.replace(/\D/g, "");
  const national = !input.startsWith("+") && digits.length === 10;
  const full = national ? `1${digits}` : digits;
  return full.length >= 8 && full.length <= 15 ? `+${full}` : undefined;
}
