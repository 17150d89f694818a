package io.earshot.console.webhook;

import io.earshot.config.Section;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Whom webhooks may tell, and how long they try.
 *
 * @param plainHosts hosts that may be told without TLS ({@code plain_hosts}); this machine always
 *     may
 * @param giveUp how long a message is tried ({@code give_up}, 24h)
 * @param timeout for one try ({@code timeout}, 10s)
 */
public record WebhookSettings(List<String> plainHosts, Duration giveUp, Duration timeout) {
  public WebhookSettings {
    plainHosts = plainHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  public static WebhookSettings from(Section section) {
    return new WebhookSettings(
        section.texts("plain_hosts", List.of()),
        section.duration("give_up", Duration.ofHours(24)),
        section.duration("timeout", Duration.ofSeconds(10)));
  }
}
