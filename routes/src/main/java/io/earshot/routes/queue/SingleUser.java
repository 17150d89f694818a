package io.earshot.routes.queue;

import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** Lets in whoever knows the generated password: the processes of the home's owner. */
final class SingleUser implements ActiveMQSecurityManager {
  private final BrokerAddress address;

  SingleUser(BrokerAddress address) {
    this.address = address;
  }

  @Override
  public boolean validateUser(String user, String password) {
    return address.user().equals(user) && address.password().equals(password);
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    return validateUser(user, password);
  }
}
