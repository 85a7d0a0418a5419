import { useLanguage, useWords } from '../app/language';
import { yuan } from '../parts/time';
import { caseWords } from './words';

/** A hook that says what the goods of a case are worth, or that nobody has valued them yet. */
export function useGoodsValue() {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  return ({ goodsValueCny, goodsValued }: { goodsValueCny: number; goodsValued: boolean }) =>
    goodsValued ? yuan(goodsValueCny, language) : words.notValued;
}
