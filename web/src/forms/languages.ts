/** Languages that are offered where somebody says which one they write. Of the programme's countries. */
export const commonLanguages = ['en', 'sv', 'es', 'sw', 'uk', 'pt', 'fr', 'sq', 'bs', 'mk', 'ro', 'tr', 'vi'];
