package io.earshot.bench;

import io.earshot.ingest.IntakeOptions;
import io.earshot.routes.home.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Resident memory of the worker after each 100 of 1,000 chats, and over an 8-hour recording. */
final class MemoryBench {
  private static final int RATE = 8_000;
  private static final int HOURS = 8;

  private final Home home;

  MemoryBench(Home home) {
    this.home = home;
  }

  void run() throws Exception {
    try (Bench bench = Bench.start(home)) {
      report("everything loaded");
      for (int hundred = 0; hundred < 10; hundred++) {
        bench.process(List.of(chats(hundred)), IntakeOptions.NONE);
        report("%d chats".formatted((hundred + 1) * 100));
      }
      bench.process(
          List.of(home.checkout().resolve("samples/calls/repair-thanks.wav")), IntakeOptions.NONE);
      report("one call");
      bench.process(List.of(longRecording()), IntakeOptions.NONE);
      report("an 8-hour recording");
    }
  }

  private static void report(String after) {
    System.out.printf("%-24s %d MB%n", after, StartupBench.resident(ProcessHandle.current().pid()));
  }

  private Path chats(int hundred) throws IOException {
    Path folder = Files.createDirectories(home.root().resolve("chats-" + hundred));
    for (int chat = 0; chat < 100; chat++) {
      StringBuilder text = new StringBuilder();
      for (int turn = 0; turn < 20; turn++) {
        text.append(turn % 2 == 0 ? "Customer: " : "Agent: ")
            .append("order %d%02d, item %d: where is it?\n".formatted(hundred, chat, turn));
      }
      Files.writeString(folder.resolve("chat-" + chat + ".txt"), text);
    }
    return folder;
  }

  /** Line noise with a burst of sound each minute: long, and mostly nothing to decode. */
  private Path longRecording() throws IOException {
    Path file = home.root().resolve("long.wav");
    int samples = HOURS * 3600 * RATE;
    Random random = new Random(1);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header(samples));
      for (int i = 0; i < samples; i++) {
        boolean burst = i / RATE % 60 < 2;
        int sample = (int) (random.nextGaussian() * (burst ? 3_000 : 30));
        out.write(sample);
        out.write(sample >> 8);
      }
    }
    return file;
  }

  private static byte[] header(int samples) {
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    header
        .putInt(36 + 2 * samples)
        .put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    header.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(2 * samples);
    return header.array();
  }
}
