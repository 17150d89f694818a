package io.earshot.ingest.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts messages together that answer each other: by the ids they name, and where they name none by
 * their subject. Holds all of them; for one thread.
 */
public final class MailThreads {
  private final List<Mail> mails = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** Adds a message; one that is there already, as copies in several folders are, only once. */
  public void add(Mail mail) {
    if (!mail.id().isEmpty() && !known.add(mail.id())) {
      return;
    }
    String key = key(mail, mails.size());
    mails.add(mail);
    mail.answers().forEach(id -> unite(id, key));
    String subject = mail.subject().toLowerCase(Locale.ROOT);
    if (!subject.isEmpty() && mail.answers().isEmpty() && mail.id().isEmpty()) {
      unite("subject " + subject, key);
    }
  }

  private static String key(Mail mail, int number) {
    return mail.id().isEmpty() ? "number " + number : mail.id();
  }

  private void unite(String one, String other) {
    String first = root(one);
    String second = root(other);
    if (!first.equals(second)) {
      parents.put(second, first);
    }
  }

  /** Halves the way up each time, so that no chain stays long. */
  private String root(String key) {
    String at = key;
    String up = parents.getOrDefault(at, at);
    while (!up.equals(at)) {
      String next = parents.getOrDefault(up, up);
      parents.put(at, next);
      at = next;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }

  /** The threads in the order in which they began in the file, each by time. */
  public List<List<Mail>> threads() {
    Map<String, List<Mail>> threads = new LinkedHashMap<>();
    for (int i = 0; i < mails.size(); i++) {
      String root = root(key(mails.get(i), i));
      threads.computeIfAbsent(root, key -> new ArrayList<>()).add(mails.get(i));
    }
    Comparator<Mail> byTime = Comparator.comparing(mail -> mail.sentAt().orElse(Instant.MAX));
    threads.values().forEach(thread -> thread.sort(byTime));
    return List.copyOf(threads.values());
  }
}
