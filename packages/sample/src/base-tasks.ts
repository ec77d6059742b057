/** The first named base task of a center of the seven. @param number of the center, from 1 */
export const firstBaseTask = (number: number): string[] => [`BT-${number}-01`];
