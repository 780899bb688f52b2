/**
 * A label as one reads or hears it. Soft hyphens say where a long word may break on a plate or card; in lists, names and
 * announcements some browsers show or speak them.
 */
export const withoutSoftHyphens = (text: string): string => text.replaceAll('\u00ad', '')
