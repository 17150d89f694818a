package io.earshot.routes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The dependency rule of ARCHITECTURE.md. */
class ModuleRulesTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.earshot");

  private static final String[] STAGES = {
    "io.earshot.ingest..", "io.earshot.asr..", "io.earshot.analysis..", "io.earshot.index.."
  };

  @Test
  void stagesNeverImportEachOther() {
    ArchRule rule =
        slices()
            .matching("io.earshot.(ingest|asr|analysis|index)..")
            .should()
            .notDependOnEachOther();
    rule.check(CODE);
  }

  @Test
  void theSharedWordsKnowOnlyTheJdk() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("io.earshot.conversation..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.earshot.conversation..", "java.."));
    rule.check(CODE);
  }

  @Test
  void settingsKnowOnlyTheSharedWords() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.earshot.config..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(STAGES));
    rule.check(CODE);
  }

  @Test
  void noTwoPackagesOfTheRoutesKnowEachOther() {
    ArchRule rule = slices().matching("io.earshot.routes.(*)..").should().beFreeOfCycles();
    rule.check(CODE);
  }

  @Test
  void noTwoPackagesOfTheIntakeKnowEachOther() {
    ArchRule rule = slices().matching("io.earshot.ingest.(**)").should().beFreeOfCycles();
    rule.check(CODE);
  }

  @Test
  void readersOfChatsKnowNothingOfTheirUse() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.earshot.ingest.chat..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "io.earshot.ingest", "io.earshot.ingest.vault..", "io.earshot.ingest.facts.."));
    rule.check(CODE);
  }

  @Test
  void nothingKnowsTheRoutes() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.earshot.routes..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.earshot.routes..");
    rule.check(CODE);
  }

  @Test
  void camelOnlyInRoutes() {
    ArchRule rule = only("io.earshot.routes..", "org.apache.camel..");
    rule.check(CODE);
  }

  @Test
  void queuesOnlyInRoutes() {
    ArchRule rule =
        only("io.earshot.routes..", "jakarta.jms..", "org.apache.activemq..", "org.apache.kafka..");
    rule.check(CODE);
  }

  @Test
  void mailboxesOnlyInTheirFeed() {
    ArchRule rule = only("io.earshot.routes.feed.mail..", "jakarta.mail..", "org.eclipse.angus..");
    rule.check(CODE);
  }

  @Test
  void librariesOfServersOnlyInFeeds() {
    ArchRule rule =
        only(
            "io.earshot.routes.feed..",
            "com.jcraft..",
            "org.apache.commons.net..",
            "software.amazon..");
    rule.check(CODE);
  }

  @Test
  void voskOnlyInAsr() {
    ArchRule rule = only("io.earshot.asr..", "org.vosk..", "com.sun.jna..", "org.bytedeco..");
    rule.check(CODE);
  }

  @Test
  void understandingOnlyInAnalysis() {
    ArchRule rule = only("io.earshot.analysis..", "com.hankcs..", "ai.onnxruntime..", "ai.djl..");
    rule.check(CODE);
  }

  @Test
  void elasticsearchOnlyInIndex() {
    ArchRule rule =
        only("io.earshot.index..", "co.elastic..", "org.elasticsearch..", "org.apache.lucene..");
    rule.check(CODE);
  }

  @Test
  void theConsoleKnowsNeitherStagesNorRoutes() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.earshot.console..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(STAGES));
    rule.check(CODE);
  }

  @Test
  void httpOnlyInConsoleAndRoutes() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("io.earshot..")
            .and()
            .resideOutsideOfPackages("io.earshot.console..", "io.earshot.routes..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vertx.."));
    rule.check(CODE);
  }

  @Test
  void sqliteOnlyInTheStore() {
    ArchRule rule = only("io.earshot.console.store..", "org.sqlite..");
    rule.check(CODE);
  }

  @Test
  void passwordsAndIdTokensOnlyWhereOneIsLetIn() {
    ArchRule rule = only("io.earshot.console.access..", "com.password4j..", "com.nimbusds..");
    rule.check(CODE);
  }

  @Test
  void phoneNumbersOnlyInAnalysis() {
    ArchRule rule = only("io.earshot.analysis..", "com.google.i18n..");
    rule.check(CODE);
  }

  @Test
  void sealsOnlyInIngest() {
    ArchRule rule = only("io.earshot.ingest..", "com.google.crypto..");
    rule.check(CODE);
  }

  private static ArchRule only(String home, String... libraries) {
    return noClasses()
        .that()
        .resideInAPackage("io.earshot..")
        .and()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries));
  }
}
