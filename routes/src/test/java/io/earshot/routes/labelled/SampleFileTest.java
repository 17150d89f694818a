package io.earshot.routes.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.analysis.learning.Sample;
import io.earshot.analysis.learning.Sample.Said;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
  @TempDir Path folder;

  @Test
  void readsQuotedCellsOverLines() throws IOException {
    List<Sample> samples = read("a.csv", "text,label\n\"one, \"\"two\"\"\nthree\",x\nfour,y\n");

    assertThat(samples).extracting(Sample::text).containsExactly("one, \"two\"\nthree", "four");
    assertThat(samples).extracting(Sample::label).containsExactly("x", "y");
  }

  @Test
  void findsOutTheDelimiter() throws IOException {
    for (String delimiter : List.of(";", "\t", "|", ",")) {
      String table = "id;utterance;intent\n1;is it late, or lost;parcel\n2;money back;refund\n";
      List<Sample> samples = read("b.txt", quotedCommas(table).replace(";", delimiter));
      assertThat(samples).extracting(Sample::label).containsExactly("parcel", "refund");
    }
  }

  private static String quotedCommas(String table) {
    return table.replace("is it late, or lost", "\"is it late, or lost\"");
  }

  @Test
  void leavesLoneQuotesOfTabbedTextAlone() throws IOException {
    List<Sample> samples = read("c.tsv", "text\tlabel\n\"so it said\tx\nfine\ty\n");

    assertThat(samples).extracting(Sample::text).containsExactly("\"so it said", "fine");
  }

  @Test
  void findsOutTheEncoding() throws IOException {
    Path file = folder.resolve("gb.csv");
    String table = "文本,标签\n包裹什么时候到,物流\n我要退款，谢谢你们的帮助,退款\n";
    Files.write(file, table.getBytes(Charset.forName("GB18030")));
    assertThat(SampleFile.read(file, columns()).samples())
        .extracting(Sample::label)
        .containsExactly("物流", "退款");
    Files.write(file, ("\uFEFF" + table).getBytes(UTF_8));
    assertThat(SampleFile.read(file, columns()).samples()).hasSize(2);
  }

  @Test
  void readsJson() throws IOException {
    String objects =
        "{\"text\": \"a\", \"label\": \"x\", \"context\": [{\"speaker\": \"agent\", \"text\": \"hi\"}]}";
    for (String json : List.of("[" + objects + "]", objects + "\n" + objects)) {
      List<Sample> samples = read("d.json", json);
      assertThat(samples.get(0).before()).containsExactly(new Said(Speaker.AGENT, "hi"));
    }
    assertThatThrownBy(() -> read("d.json", "[{\"text\": \"private words\","))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("no valid JSON")
        .hasMessageNotContaining("private words");
  }

  @Test
  void readsContextFromItsCell() {
    assertThat(Earlier.read("A:how are you / C:not well / or so / 客服：您好"))
        .containsExactly(
            new Said(Speaker.AGENT, "how are you"),
            new Said(Speaker.CUSTOMER, "not well / or so"),
            new Said(Speaker.AGENT, "您好"));
    assertThat(Earlier.read("")).isEmpty();
    assertThat(Earlier.read("at 12:30 / maybe"))
        .containsExactly(new Said(Speaker.UNKNOWN, "at 12:30 / maybe"));
  }

  @Test
  void takesTheRowsBeforeForContext() throws IOException {
    List<Sample> samples =
        read(
            "e.csv",
            "Dialogue_ID,Speaker,Utterance,Sentiment\n"
                + "1,Ann,one,neutral\n1,Bob,two,neutral\n1,Ann,three,neutral\n2,Bob,four,neutral\n");

    assertThat(samples.get(2).before())
        .containsExactly(new Said(Speaker.CUSTOMER, "one"), new Said(Speaker.AGENT, "two"));
    assertThat(samples.get(3).before()).isEmpty();
    assertThat(samples.get(2).group()).isEqualTo("1");
  }

  @Test
  void readsRatingsOfDialoguesBetweenBlankLines() throws IOException {
    SampleColumns columns =
        new SampleColumns(
            Optional.of("2"),
            Optional.of("3"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("1"),
            List.of(),
            Map.of(),
            OptionalDouble.of(2.5),
            Set.of("OVERALL"),
            true);
    Path file =
        write(
            "f.txt",
            "\nUSER\tfirst\t3,2,2\nSYSTEM\treply\t\nUSER\tagain\t3,3\nUSER\tOVERALL\t1\n\nUSER\tnew\t4\n");

    List<Sample> samples = SampleFile.read(file, columns).samples();

    assertThat(samples).extracting(Sample::label).containsExactly("negative", "other", "other");
    assertThat(samples.get(1).before())
        .containsExactly(new Said(Speaker.CUSTOMER, "first"), new Said(Speaker.AGENT, "reply"));
    assertThat(samples.get(2).before()).isEmpty();
  }

  @Test
  void mapsAndLeavesOutLabels() throws IOException {
    SampleColumns columns = columns(Map.of("old", "new", "bad", ""));
    Path file = write("g.csv", "text,label\na,old\nb,bad\nc,kept\n");

    assertThat(SampleFile.read(file, columns).samples())
        .extracting(Sample::label)
        .containsExactly("new", "kept");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path file = write("h.csv", "one,two\na,b\n");
    assertThatThrownBy(() -> SampleFile.read(file, columns()))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining("--text-column");
    Path named = write("i.csv", "text,label,id\na,b,1\n");
    assertThatThrownBy(() -> SampleFile.read(named, columns(Optional.of("wrong"))))
        .hasMessageContaining("no column 'wrong'")
        .hasMessageContaining("text, label, id");
    assertThatThrownBy(() -> read("j.csv", "")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> read("k.csv", "text,label\n")).hasMessageContaining("no labelled row");
    assertThatThrownBy(() -> SampleFile.read(folder.resolve("none.csv"), columns()))
        .hasMessageContaining("no such file");
  }

  private List<Sample> read(String name, String content) throws IOException {
    return SampleFile.read(write(name, content), columns()).samples();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static SampleColumns columns() {
    return columns(Map.of());
  }

  private static SampleColumns columns(Map<String, String> map) {
    return columns(Optional.empty(), map);
  }

  private static SampleColumns columns(Optional<String> text) {
    return columns(text, Map.of());
  }

  private static SampleColumns columns(Optional<String> text, Map<String, String> map) {
    return new SampleColumns(
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("intent"),
        map,
        OptionalDouble.empty(),
        Set.of(),
        true);
  }
}
