/** The number in a label such as `Objective 2:`; 0 where there is none. */
export const numberIn = (label = ''): number => Number(/\d+/.exec(label)?.[0] ?? 0);
