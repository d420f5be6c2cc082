/**
 * So many units of something; `meter` is its name, where it has one. A name that a server sent has no
 * singular that we could know.
 */
export const unitsOf = (units: string, meter: string | undefined): string => {
  if (units === '1') return meter === undefined ? '1 unit' : `${meter}: 1`;
  return `${units} ${meter ?? 'units'}`;
};
