import { words } from './table.ts';

export const days = {
  en: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  es: words('lunes martes miércoles jueves viernes sábado domingo'),
  fr: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
} as const;

export const months = {
  en: words(
    'January February March April May June July August September October November December',
  ),
  es: words(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ),
  fr: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
} as const;

export const seasons = {
  en: words('spring summer autumn winter'),
  es: words('primavera verano otoño invierno'),
  fr: words('printemps été automne hiver'),
} as const;

/** Zero to twenty in words. */
export const numbers = {
  en: words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  ),
  es: words(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
  ),
  fr: words(
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  ),
} as const;
