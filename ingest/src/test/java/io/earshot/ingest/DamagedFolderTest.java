package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.earshot.config.Section;
import io.earshot.ingest.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder with a recording, what belongs to it, chats and archives, damaged in seeded ways: each
 * item ends in the vault, read or quarantined with a reason, and nothing else is touched.
 */
class DamagedFolderTest {
  private static final int FOLDERS = 100;
  private static final String SIDE =
      "<!DOCTYPE c [<!ENTITY e \"x\">]><call><agent id='7'>&e;Bob</agent><queue>q</queue></call>";

  @TempDir Path home;

  private static Map<String, byte[]> whole() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] wav = Arrays.copyOf("RIFF$\0\0\0WAVEfmt \20\0\0\0\1\0\1\0".getBytes(UTF_8), 2_000);
    files.put("call-agent.wav", wav);
    files.put("call-caller.wav", Arrays.copyOf(wav, 1_000));
    files.put("call.xml", SIDE.getBytes(UTF_8));
    files.put("call.json", "{\"call\": {\"agent\": {\"name\": \"Bob\"}}}".getBytes(UTF_8));
    files.put("manifest.csv", "file,agent\ncall-agent.wav,Bob\n".getBytes(UTF_8));
    files.put("chat.csv", "conversation,speaker,text\n1,agent,hi\n1,customer,no\n".getBytes(UTF_8));
    files.put("chat.json", "{\"messages\":[{\"role\":\"agent\",\"text\":\"hi\"}]}".getBytes(UTF_8));
    files.put("mail.eml", "From: a@x.test\nTo: b@x.test\nSubject: s\n\nhello\n".getBytes(UTF_8));
    files.put("archive.zip", zip("../../escaped.txt"));
    files.put("archive.txt", zip("/escaped.txt"));
    return files;
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(new byte[100_000]);
    }
    return bytes.toByteArray();
  }

  @Test
  void everyItemEndsSomewhere() throws IOException {
    IngestSettings settings =
        IngestSettings.from(Section.parse("{settle: 0s, pair_wait: 0s}", "test"));
    Map<String, byte[]> whole = whole();
    int read = 0;
    int quarantined = 0;
    try (Vault vault = Vault.open(home.resolve("vault"))) {
      Intake intake = new Intake(settings, vault);
      for (int seed = 0; seed < FOLDERS; seed++) {
        Path folder = damaged(whole, seed);
        List<Path> before = files(folder);
        List<Receipt> receipts = new ArrayList<>();
        for (SourceItem item : new Scanner(settings).scan(List.of(folder))) {
          int already = receipts.size();
          assertTimeout(
              Duration.ofSeconds(5),
              () -> intake.take(item, IntakeOptions.NONE, receipts::add),
              "%s, seed %d".formatted(item.name(), seed));
          assertThat(receipts.size()).as("%s, seed %d", item, seed).isGreaterThan(already);
        }
        assertThat(files(folder)).isEqualTo(before);
        assertThat(receipts)
            .filteredOn(Receipt::quarantined)
            .allSatisfy(receipt -> assertThat(receipt.reason().get()).isNotBlank());
        quarantined += receipts.stream().filter(Receipt::quarantined).count();
        read += receipts.stream().filter(receipt -> !receipt.quarantined()).count();
      }
    }
    assertThat(read).as("some survive").isGreaterThan(FOLDERS);
    assertThat(quarantined).as("the archives at least").isGreaterThan(FOLDERS);
    assertThat(files(home)).noneMatch(file -> file.endsWith("escaped.txt"));
    try (Stream<Path> parts = Files.list(home.resolve("vault"))) {
      assertThat(parts.filter(part -> part.getFileName().toString().startsWith(".")))
          .as("nothing half done is left")
          .allSatisfy(part -> assertThat(files(part)).isEmpty());
    }
  }

  private Path damaged(Map<String, byte[]> whole, int seed) throws IOException {
    Random random = new Random(seed);
    Path folder = Files.createDirectories(home.resolve("in").resolve("f" + seed));
    for (Map.Entry<String, byte[]> file : whole.entrySet()) {
      byte[] bytes = file.getValue().clone();
      for (int i = random.nextInt(6); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Files.write(folder.resolve(file.getKey()), Arrays.copyOf(bytes, length));
    }
    return folder;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
