package io.earshot.routes.feed.sftp;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Which servers are the ones that we mean: by fingerprints of the settings, or else by a file of
 * known hosts. Nothing is ever trusted for being seen first.
 */
final class HostKeys implements HostKeyRepository {
  private final List<String> fingerprints;
  private final HostKeyRepository file;
  private String seen = "";

  HostKeys(List<String> fingerprints, HostKeyRepository file) {
    this.fingerprints = fingerprints;
    this.file = file;
  }

  @Override
  public int check(String host, byte[] key) {
    seen = fingerprint(key);
    if (fingerprints.isEmpty()) {
      return file.check(host, key);
    }
    return fingerprints.contains(seen) ? OK : CHANGED;
  }

  /** The key that the server showed; empty when it came to none. */
  String seen() {
    return seen;
  }

  private static String fingerprint(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public void add(HostKey key, UserInfo user) {
    // Known keys are the operator's to add.
  }

  @Override
  public void remove(String host, String type) {
    // And to remove.
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    // And to remove.
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return fingerprints.isEmpty() ? file.getKnownHostsRepositoryID() : "host_key";
  }

  @Override
  public HostKey[] getHostKey() {
    return fingerprints.isEmpty() ? file.getHostKey() : new HostKey[0];
  }

  @Override
  public HostKey[] getHostKey(String host, String type) {
    return fingerprints.isEmpty() ? file.getHostKey(host, type) : new HostKey[0];
  }
}
