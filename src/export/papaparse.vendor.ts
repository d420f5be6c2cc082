import Papa from 'papaparse';

export const { unparse } = Papa;
