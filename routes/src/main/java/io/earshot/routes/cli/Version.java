package io.earshot.routes.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which version this is. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"earshot " + io.earshot.routes.setup.Version.number()};
  }
}
