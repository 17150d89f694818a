package io.earshot.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFactsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private RecordedFacts.Found found(String recording) {
    return found(recording, "");
  }

  private RecordedFacts.Found found(String recording, String settings) {
    Section section = Section.parse(settings.isEmpty() ? "{}" : settings, "settings");
    SideFileSettings sideFiles = SideFileSettings.from(section);
    section.verify();
    Path file = folder.resolve(recording);
    return new RecordedFacts(sideFiles, ZONE).of(List.of(file), List.of(file));
  }

  private static Map<String, String> values(RecordedFacts.Found found) {
    return found.facts().all().stream().collect(Collectors.toMap(Fact::name, Fact::value));
  }

  @Test
  void readsAContactRecordInJson() throws IOException {
    write(
        "x_call_metadata.json",
        """
        {"ContactId": "c-7", "InitiationTimestamp": "2026-01-02T03:04:05Z", "Channel": "VOICE",
         "InitiationMethod": "INBOUND", "Agent": {"Username": "MayaT", "ARN": "arn:x"},
         "Queue": {"Name": "Billing"}, "CustomerEndpoint": {"Address": "+15550100"},
         "LanguageCode": "en-US"}
        """);

    RecordedFacts.Found found = found("x.wav");

    assertThat(values(found))
        .containsOnly(
            Map.entry("call_id", "c-7"),
            Map.entry("started_at", "2026-01-02T03:04:05Z"),
            Map.entry("direction", "inbound"),
            Map.entry("agent", "MayaT"),
            Map.entry("queue", "Billing"),
            Map.entry("customer", "+15550100"),
            Map.entry("language", "en"));
    assertThat(found.facts().fact("queue").orElseThrow().origin())
        .isEqualTo("x_call_metadata.json: queue.name");
    assertThat(found.facts().attributes()).doesNotContainKeys("language", "started_at");
  }

  @Test
  void readsXmlWithAttributesAndNamedValues() throws IOException {
    write(
        "x.xml",
        """
        <?xml version="1.0"?>
        <ns:recording xmlns:ns="urn:some" id="r1">
          <!-- a comment -->
          <call uniqueid="77.1"><start>2026-01-02 03:04:05</start></call>
          <field name="AgentName">Bob &amp; Co</field>
          <field name="Skill" value="Retention"/>
        </ns:recording>
        """);

    assertThat(values(found("x.wav")))
        .containsOnly(
            Map.entry("call_id", "77.1"),
            Map.entry("started_at", "2026-01-01T19:04:05Z"),
            Map.entry("agent", "Bob & Co"),
            Map.entry("queue", "Retention"));
  }

  @Test
  void readsXmlInItsOwnEncoding() throws IOException {
    String xml = "<?xml version='1.0' encoding='GBK'?><c><agent>王磊</agent></c>";
    Files.write(folder.resolve("x.xml"), xml.getBytes("GBK"));
    Files.write(folder.resolve("y.xml"), xml.replace("GBK", "UTF-16").getBytes("UTF-16"));

    assertThat(values(found("x.wav"))).containsEntry("agent", "王磊");
    assertThat(values(found("y.wav"))).containsEntry("agent", "王磊");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent,customer\\nBob,7\\n",
        "﻿agent;customer\\r\\nBob;7\\r\\n",
        "agent\\tcustomer\\nBob\\t7\\n",
        "agent,Bob\\ncustomer,7\\nnote,x\\n"
      })
  void readsCsvInAColumnOrARowEach(String table) throws IOException {
    write("x.csv", table.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"));

    assertThat(values(found("x.wav"))).containsEntry("agent", "Bob").containsEntry("customer", "7");
  }

  @Test
  void readsCallDetailRecords() throws IOException {
    write(
        "x.csv",
        """
        clid,src,dst,start,disposition,uniqueid,linkedid
        "Ann <5551234>",5551234,201,2026-01-02 03:04:05,ANSWERED,1.2,1.1
        """);

    assertThat(values(found("x.wav")))
        .containsEntry("caller", "5551234")
        .containsEntry("dialled", "201")
        .containsEntry("call_id", "1.1")
        .containsEntry("disposition", "ANSWERED");
  }

  @Test
  void readsBySettings() throws IOException {
    write("facts/x.meta", "{\"who\": [{\"n\": \"Bob\"}, {\"n\": \"Eve\"}], \"t\": 1767323045000}");
    Files.createDirectories(folder.resolve("in"));

    RecordedFacts.Found found =
        found(
            "in/x.wav",
            """
            endings: [.meta]
            folder: ../facts
            attributes: {agent: '$.who[1].n', customer: /who/n, started_at: t}
            """);

    assertThat(values(found))
        .containsOnly(
            Map.entry("agent", "Eve"),
            Map.entry("customer", "Bob"),
            Map.entry("started_at", "2026-01-02T03:04:05Z"));
  }

  @Test
  void tellsWhichTrackIsTheAgents() throws IOException {
    write("x.json", "{\"agent_channel\": \"right\"}");

    assertThat(found("x.wav").facts().agentTrack()).contains(1);
  }

  @Test
  void readsListsBesideAndAboveARecording() throws IOException {
    write("2026/batch.manifest.csv", "Recording File,Agent Name\nx.wav,Bob\n");
    write(
        "manifest.json",
        """
        {"batch": {"items": [
          {"path": "2026\\\\X.WAV", "agent": "Nobody", "queue": "Billing"},
          {"path": "2026/y", "agent": "Eve"}]}}
        """);

    RecordedFacts.Found found = found("2026/x.wav");

    assertThat(values(found))
        .containsOnly(Map.entry("agent", "Bob"), Map.entry("queue", "Billing"));
    assertThat(found.facts().fact("agent").orElseThrow().origin())
        .isEqualTo("batch.manifest.csv, row 1: agent_name");
    assertThat(found.facts().fact("queue").orElseThrow().origin())
        .isEqualTo("manifest.json, row 1: queue");
    assertThat(values(found("2026/y.wav"))).isEmpty();
  }

  @Test
  void readsXmlAndJsonLinesAsLists() throws IOException {
    write(
        "manifest.xml",
        "<calls><call file='x.wav' agent='A'/><call file='y.wav' agent='B'/></calls>");
    write(
        "b.manifest.json",
        "{\"file\":\"z.wav\",\"agent\":\"C\"}\n{\"file\":\"u.wav\",\"agent\":\"D\"}\n");

    assertThat(values(found("y.wav"))).containsEntry("agent", "B");
    assertThat(values(found("u.wav"))).containsEntry("agent", "D");
  }

  @Test
  void seesThatAListHasChanged() throws IOException {
    RecordedFacts facts = new RecordedFacts(SideFileSettings.from(Section.empty()), ZONE);
    List<Path> x = List.of(folder.resolve("x.wav"));
    write("manifest.csv", "file,agent\nx.wav,Bob\n");
    assertThat(values(facts.of(x, x))).containsEntry("agent", "Bob");

    write("manifest.csv", "file,agent,queue\nx.wav,Evelyn,Sales\n");

    assertThat(values(facts.of(x, x))).containsEntry("agent", "Evelyn");
  }

  /** Nothing that such a file says is opened or fetched, and nothing in it grows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x><agent>&a;</agent></x>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><x><agent>&a;</agent></x>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x><agent>&b;</agent></x>",
        "<x><agent>Bob</agent>",
        "<x xmlns='a'><y:z/></x>",
        "{\"agent\": ",
        "not a table at all"
      })
  void refusesWhatCantBeRead(String content) throws IOException {
    write("x.xml", content);

    RecordedFacts.Found found = found("x.wav");

    assertThat(values(found)).isEmpty();
    if (!content.startsWith("not")) {
      assertThat(found.troubles()).singleElement().asString().contains("x.xml");
    }
  }

  @Test
  void refusesWhatIsTooDeepOrTooLarge() throws IOException {
    write("deep.xml", "<a>".repeat(100_000) + "</a>".repeat(100_000));
    write("deep.json", "[".repeat(100_000) + "]".repeat(100_000));
    Files.write(folder.resolve("large.json"), new byte[5 << 20]);

    assertThat(found("deep.wav").troubles()).hasSize(2);
    assertThat(found("large.wav").troubles())
        .singleElement()
        .asString()
        .contains("large.json has 5242880 bytes");
  }

  @Test
  void keepsNoMoreThanAttributesCanHold() throws IOException {
    write("x.json", "{\"agent\": \"" + "x".repeat(10_000) + "\", \"queue\": \"Q\"}");

    assertThat(values(found("x.wav"))).containsOnly(Map.entry("queue", "Q"));
  }

  @Test
  void readsNoSideFileThroughALink() throws IOException {
    Path secret = write("elsewhere/secret.json", "{\"agent\": \"root\"}");
    Files.createSymbolicLink(folder.resolve("x.json"), secret);

    assertThat(values(found("x.wav"))).isEmpty();
  }

  private static final String SESSION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <recording xmlns="urn:ietf:params:xml:ns:recording:1">
        <datamode>complete</datamode>
        <session session_id="s1"><sipSessionID>abc;remote=def</sipSessionID>
          <start-time>2026-01-02T03:04:05Z</start-time></session>
        <participant participant_id="p1">
          <nameID aor="sip:+15550100123@carrier.example"><name xml:lang="en">Ann</name></nameID></participant>
        <participant participant_id="p2"><nameID aor="sip:bob@agents.example"/></participant>
        <stream stream_id="i1SzSkmG" session_id="s1"><label>97</label></stream>
        <stream stream_id="8zc6e0lY" session_id="s1"><label>96</label></stream>
        <participantstreamassoc participant_id="p1"><send>i1SzSkmG</send><recv>8zc6e0lY</recv></participantstreamassoc>
        <participantstreamassoc participant_id="p2"><send>8zc6e0lY</send><recv>i1SzSkmG</recv></participantstreamassoc>
      </recording>
      """;

  @Test
  void readsWhoTookPartInASession() throws IOException {
    write("call.xml", SESSION);

    RecordedFacts.Found found = found("call.wav");

    assertThat(found.roles()).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(values(found))
        .containsOnly(
            Map.entry("agent", "bob"),
            Map.entry("customer", "Ann"),
            Map.entry("call_id", "abc;remote=def"),
            Map.entry("started_at", "2026-01-02T03:04:05Z"));
  }

  @Test
  void readsWhenEachStreamBegan() throws IOException {
    write(
        "call.xml",
        SESSION
            .replace("<send>i1", "<associate-time>2026-01-02T03:04:07Z</associate-time><send>i1")
            .replace("<send>8z", "<associate-time>2026-01-02T03:04:06Z</associate-time><send>8z"));

    assertThat(found("call.wav").starts())
        .containsExactly(
            Instant.parse("2026-01-02T03:04:06Z"), Instant.parse("2026-01-02T03:04:07Z"));
  }

  /** Seeded damage: each side file and list is read, or named as trouble. */
  @Test
  void survivesAnyDamage() throws IOException {
    List<String> whole =
        List.of(
            SESSION,
            "{\"agent\": {\"name\": \"Bob\"}, \"list\": [1, {\"file\": \"x.wav\"}]}",
            "file,agent,start\nx.wav,\"Bob, Jr\",2026-01-02 03:04:05\n",
            "<calls><call file='x.wav'><field name='agent'>B</field></call></calls>");
    List<String> names = List.of("x.json", "x.xml", "manifest.csv", "x.csv");
    RecordedFacts facts = new RecordedFacts(SideFileSettings.from(Section.empty()), ZONE);
    List<Path> x = List.of(folder.resolve("x.wav"));
    for (int seed = 0; seed < 800; seed++) {
      Random random = new Random(seed);
      byte[] bytes = damaged(whole.get(seed % whole.size()), random);
      Path file = folder.resolve(names.get(random.nextInt(names.size())));
      Files.write(file, bytes);
      RecordedFacts.Found found = facts.of(x, x);
      facts.streams(file, x);
      facts.mayBeOfRecording(file);
      assertThat(found.facts().all()).as("seed %d", seed).hasSizeLessThan(65);
      Files.delete(file);
    }
  }

  private static byte[] damaged(String whole, Random random) {
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes = Arrays.copyOf(bytes, 1 + at);
        case 2 -> bytes[at] = (byte) "<>&{}[]\",;\n\0%".charAt(random.nextInt(13));
        default -> System.arraycopy(bytes, at, bytes, random.nextInt(at + 1), bytes.length - at);
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "call-96.wav, call-97.wav",
    "call_8zc6e0lY.wav, call_i1SzSkmG.wav",
    "8zc6e0ly.wav, i1szskmg.wav"
  })
  void findsTheFilesOfItsStreams(String first, String second) throws IOException {
    Path description = write("call.xml", SESSION);
    List<Path> sounds =
        List.of(folder.resolve("other.wav"), folder.resolve(second), folder.resolve(first));

    assertThat(
            new RecordedFacts(SideFileSettings.from(Section.empty()), ZONE)
                .streams(description, sounds))
        .containsExactly(folder.resolve(first), folder.resolve(second));
  }

  @Test
  void takesNoSessionApart() throws IOException {
    Path description = write("call.xml", SESSION);

    assertThat(
            new RecordedFacts(SideFileSettings.from(Section.empty()), ZONE)
                .streams(
                    description, List.of(folder.resolve("call-96.wav"), folder.resolve("x.wav"))))
        .isEmpty();
  }
}
