package io.earshot.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  private final Destination destination =
      new Destination(List.of("plain.example"), DestinationTest::addresses);

  /** Literal addresses are themselves; names are made up. */
  private static InetAddress[] addresses(String host) throws UnknownHostException {
    return switch (host) {
      case "good.example", "plain.example" -> InetAddress.getAllByName("192.0.2.7");
      case "inside.example" -> InetAddress.getAllByName("10.0.0.8");
      case "sly.example" ->
          new InetAddress[] {
            InetAddress.getByName("192.0.2.7"), InetAddress.getByName("169.254.169.254")
          };
      case "gone.example" -> throw new UnknownHostException(host);
      default -> InetAddress.getAllByName(host);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://good.example/hook?key=1",
        "https://inside.example:8443/hook",
        "HTTPS://good.example",
        "http://plain.example/hook",
        "http://127.0.0.1:8080/hook",
        "http://[::1]/hook"
      })
  void leadsThere(String url) {
    assertThat(destination.address(url)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://good.example/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://[fe80::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[2002:a9fe:a9fe::]/",
        "https://[fd00:ec2::254]/",
        "https://100.100.100.200/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://sly.example/",
        "https://user:password@good.example/",
        "https://good.example/#part",
        "https:///hook",
        "ftp://good.example/",
        "https://good example/",
        "https://gone.example/"
      })
  void neverLeadsThere(String url) {
    assertThatThrownBy(() -> destination.address(url)).isInstanceOf(EarshotException.class);
  }

  /** A name that leads to a good address when it is looked at and to another one when used. */
  @Test
  void judgesTheVeryAddressThatIsUsed() {
    int[] looks = {0};
    Destination turning =
        new Destination(
            List.of(),
            host -> InetAddress.getAllByName(looks[0]++ == 0 ? "192.0.2.7" : "169.254.169.254"));

    assertThat(turning.address("https://turning.example/").getHostAddress()).isEqualTo("192.0.2.7");
    assertThatThrownBy(() -> turning.address("https://turning.example/"))
        .hasMessageContaining("169.254.169.254");
  }
}
