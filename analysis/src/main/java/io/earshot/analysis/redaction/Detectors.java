package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.contact.BirthDates;
import io.earshot.analysis.redaction.contact.ChineseAddresses;
import io.earshot.analysis.redaction.contact.Ibans;
import io.earshot.analysis.redaction.contact.NetworkNames;
import io.earshot.analysis.redaction.contact.Plates;
import io.earshot.analysis.redaction.contact.SpokenNetworkNames;
import io.earshot.analysis.redaction.contact.StreetAddresses;
import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import io.earshot.analysis.redaction.name.ChineseNames;
import io.earshot.analysis.redaction.name.NameLists;
import io.earshot.analysis.redaction.name.SpokenNames;
import io.earshot.analysis.redaction.name.WrittenNames;
import io.earshot.analysis.redaction.number.AnnouncedCodes;
import io.earshot.analysis.redaction.number.NumbersOfTurns;
import io.earshot.analysis.redaction.number.WrittenNumbers;
import java.util.ArrayList;
import java.util.List;

/** All detectors of some settings. Safe for several threads. */
final class Detectors {
  private final List<Detector> ofOneTurn = new ArrayList<>();
  private final NumbersOfTurns numbers;

  Detectors(RedactionSettings settings) {
    ContextWords context = new ContextWords(settings.context());
    numbers = new NumbersOfTurns(context, settings.regions());
    ofOneTurn.addAll(
        List.of(
            new NetworkNames(),
            new SpokenNetworkNames(NameLists::isSurelyName),
            new Ibans(),
            new WrittenNumbers(context, settings.regions()),
            new AnnouncedCodes(context),
            new BirthDates(context),
            new Plates(),
            new StreetAddresses(context, NameLists::isOrdinary),
            new ChineseAddresses()));
    if (settings.masks().containsKey(DataKind.PERSON.code())) {
      ofOneTurn.addAll(List.of(new WrittenNames(), new SpokenNames(), new ChineseNames()));
    }
    ofOneTurn.addAll(settings.own());
  }

  List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    for (Detector detector : ofOneTurn) {
      findings.addAll(detector.find(passage));
    }
    for (Disclosure card : List.copyOf(findings)) {
      if (card.is(DataKind.CARD)) {
        findings.addAll(CardTrails.behind(card, passage));
      }
    }
    return findings;
  }

  NumbersOfTurns numbers() {
    return numbers;
  }
}
