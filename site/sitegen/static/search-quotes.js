// The quotation marks of a phrase, as index/fulltext/query/lexer.py reads them: straight ones and those that people and
// their programs write in Finnish, Swedish and English. Any of them begins and ends one.
export const QUOTES = '"“”„»«';
