package io.earshot.asr.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A speaker model that nobody trained: the means and deviations of the cepstra, in Kaldi's text
 * form. It tells hardly anything of a voice, but the engine treats it as any other.
 */
public final class StatisticsModel {
  private static final int CEPSTRA = 20;
  static final int SIZE = 2 * CEPSTRA;

  private StatisticsModel() {}

  /** Makes its folder. */
  public static Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      // With the dither that Kaldi adds unless told otherwise.
      Files.writeString(
          folder.resolve("mfcc.conf"),
          "--sample-frequency=16000\n--use-energy=false\n--num-mel-bins=24\n--num-ceps=%d\n"
              .formatted(CEPSTRA));
      Files.writeString(folder.resolve("final.ext.raw"), network());
      Files.writeString(folder.resolve("mean.vec"), " [ " + "0 ".repeat(SIZE) + "]\n");
      Files.writeString(folder.resolve("transform.mat"), identity());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String network() {
    return """
        <Nnet3>\s
        input-node name=input dim=%1$d
        component-node name=extraction component=extraction input=input
        component-node name=pooling component=pooling input=extraction
        output-node name=output input=pooling objective=linear

        <NumComponents> 2\s
        <ComponentName> extraction <StatisticsExtractionComponent> <InputDim> %1$d <InputPeriod> 1 \
        <OutputPeriod> 1 <IncludeVarinance> T </StatisticsExtractionComponent>\s
        <ComponentName> pooling <StatisticsPoolingComponent> <InputDim> %2$d <InputPeriod> 1 \
        <LeftContext> 0 <RightContext> 10000 <NumLogCountFeatures> 0 <OutputStddevs> T \
        <VarianceFloor> 1e-10 </StatisticsPoolingComponent>\s
        </Nnet3>\s
        """
        .formatted(CEPSTRA, 1 + SIZE);
  }

  private static String identity() {
    return IntStream.range(0, SIZE)
        .mapToObj(
            row ->
                IntStream.range(0, SIZE)
                    .mapToObj(column -> row == column ? "1" : "0")
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n  ", " [\n  ", " ]\n"));
  }
}
