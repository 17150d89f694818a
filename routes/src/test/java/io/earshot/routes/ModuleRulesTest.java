package io.earshot.routes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency rule of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.earshot", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
  private static final String[] STAGES = {
    "io.earshot.ingest..", "io.earshot.asr..", "io.earshot.analysis..", "io.earshot.index.."
  };

  @ArchTest
  static final ArchRule stagesNeverImportEachOther =
      slices().matching("io.earshot.(ingest|asr|analysis|index)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule theSharedWordsKnowOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("io.earshot.conversation..")
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("io.earshot.conversation..", "java.."));

  @ArchTest
  static final ArchRule settingsKnowOnlyTheSharedWords =
      noClasses()
          .that()
          .resideInAPackage("io.earshot.config..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(STAGES));

  @ArchTest
  static final ArchRule nothingKnowsTheRoutes =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.earshot.routes..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.earshot.routes..");

  @ArchTest
  static final ArchRule camelOnlyInRoutes = only("io.earshot.routes..", "org.apache.camel..");

  @ArchTest
  static final ArchRule queuesOnlyInRoutes =
      only("io.earshot.routes..", "jakarta.jms..", "org.apache.activemq..");

  @ArchTest
  static final ArchRule voskOnlyInAsr =
      only("io.earshot.asr..", "org.vosk..", "com.sun.jna..", "org.bytedeco..");

  @ArchTest
  static final ArchRule understandingOnlyInAnalysis =
      only("io.earshot.analysis..", "com.hankcs..", "ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule elasticsearchOnlyInIndex =
      only("io.earshot.index..", "co.elastic..", "org.elasticsearch..", "org.apache.lucene..");

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
