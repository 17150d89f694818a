package io.earshot.analysis.redaction.name;

import java.util.Set;
import java.util.regex.Pattern;

/** What stands before names, and what stands behind them. */
final class Titles {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mister",
          "missus",
          "dr",
          "doctor",
          "prof",
          "professor",
          "mme",
          "herr",
          "frau",
          "señor",
          "señora");

  /** After these comes a name, whatever the word. */
  static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:\\bname(?:'s|s are| is| was| would be| of|:)?|\\bcalls? (?:me|him|her)|\\b(?:is|was|am|been|girl|boy|man|woman) (?:called|named)|\\bnamed(?: him| her)?|\\bmaiden name|\\bgo(?:es)? by|\\bunder the name(?: of)?|\\bsigned(?: by)?|\\b(?:change it|correct it|changed) to|\\b(?:kind|best|warm|with)? ?regards,?|\\bsincerely,?|\\bcardholder(?: is|:)?|\\battention:?|\\battn:?|\\brecipient:?|\\bbeneficiary:?|\\b(?:directed|written|produced|starring|performed|sung|played) by:?|\\bstarring(?: with)?)[\\s:]{0,6}$");

  /** After these may come a name; the word must look like one. */
  static final Pattern MAYBE =
      Pattern.compile(
          "(?:\\bthis is|\\bi am|\\bi'm|\\bit's|\\bit is|\\bhi|\\bhello|\\bhey|\\bdear|\\bthanks|\\bthank you|\\bbye|\\bgoodbye|\\bmorning|\\bafternoon|\\bevening|\\bokay|\\bok|\\bsorry|\\bspeak(?:ing)? (?:to|with)|\\btalk(?:ing|ed)? (?:to|with)|\\bspoke (?:to|with)|\\bask(?:ed)? for|\\bmeet you|\\bhere is|\\bhere's|\\bunder|\\badd|\\bremove|\\bfollow up with|\\bsaid|\\bsays|\\bto|\\bby|\\bwith|\\band|\\bfor|\\bwhy is|\\bheard|\\bfeatures|\\bsee|\\bsays|\\b(?:my|his|her|our|your) (?:wife|husband|son|daughter|kid|child|brother|sister|mother|father|mom|mum|dad|partner|boss|friend|colleague|neighbou?r|assistant|manager|uncle|aunt|cousin|boyfriend|girlfriend))[\\s,:!.\"]{0,4}$");

  /** Of the former, those after which things stand as often. */
  static final Pattern ANYTHING =
      Pattern.compile(
          "\\b(?:to|by|with|and|for|add|remove|see|it's|it is|this is|i'm|i am)[\\s,:!.\"]{0,4}$");

  /** Behind these a place is named, not a person. */
  static final Pattern PLACED =
      Pattern.compile(
          "\\b(?:in|at|near|from|of|visit|to visit|travel(?:l?ing)? to|flew to|on|via|the|city|town)\\s{1,3}$");

  /** Whose name was asked for just before. */
  static final Pattern ASKED =
      Pattern.compile(
          "(?:\\byour (?:full |first |last |good |sur)?name|\\bname please|\\b(?:first|last|full|maiden|middle|sur) ?name|\\bname on the|\\bwho am i (?:speaking|talking)|\\bwhom? (?:am i|do i)|\\bspell)[^.!]{0,60}$");

  /** Who says who they are. */
  static final Pattern PRESENTS =
      Pattern.compile("\\b(?:this is|i am|i'm|speaking (?:to|with)|here is)\\s{1,3}$");

  /** What people do. */
  static final Pattern ACTS =
      Pattern.compile(
          "^(?:'s\\b|,? (?:said|says|told|asked|called|lives|lived|is (?:a|the|very|so|not)|has|had|was|will|wants|would|spent|shouted|explained|listed|began|from|speaking|here|calling|and i\\b|who|flew|employs?|wrote|\\(|says)|\\s?:\\s?\"?|\\s?,? can i)");

  private Titles() {}

  static boolean isTitle(String word) {
    return TITLES.contains(word);
  }
}
