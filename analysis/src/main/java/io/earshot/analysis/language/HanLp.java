package io.earshot.analysis.language;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import com.hankcs.hanlp.dictionary.ts.TraditionalChineseDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All of HanLP that this project uses. Loads on first use (0.3 to 1.4 s), then is read-only and
 * safe for several threads.
 */
final class HanLp {
  /** Held, because a logger nobody holds is forgotten together with its level. */
  private static final Logger LOGGER = Logger.getLogger("HanLP");

  private static final Segment SEGMENT;

  static {
    LOGGER.setLevel(Level.OFF);
    HanLP.Config.enableDebug(false);
    // Words of service desks that the general dictionary splits, which makes poor keywords.
    for (String word : ServiceWords.CHINESE) {
      CustomDictionary.add(word, "nz 1000");
    }
    // Names are personal data and poor keywords; looking for them halves the speed.
    SEGMENT =
        HanLP.newSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enableOffset(true);
  }

  private HanLp() {}

  /** Words with part of speech ({@code nature}) and offset. */
  static List<Term> segment(String text) {
    return SEGMENT.seg(text);
  }

  /** How often the word stands in the corpus the dictionary was counted on; 0 when unknown. */
  static int frequency(String word) {
    return CoreDictionary.getTermFrequency(word);
  }

  static String simplified(String traditional) {
    return TraditionalChineseDictionary.convertToSimplifiedChinese(traditional);
  }

  /** The reading of each character by the words around it, without tones; "none" where unknown. */
  static List<String> syllables(String text) {
    return PinyinDictionary.convertToPinyin(text).stream()
        .map(Pinyin::getPinyinWithoutTone)
        .toList();
  }
}
