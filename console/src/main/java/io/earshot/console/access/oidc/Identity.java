package io.earshot.console.access.oidc;

import io.earshot.console.access.Role;
import java.util.List;

/**
 * Who a provider says somebody is.
 *
 * @param subject never changes and is never given to another
 * @param name proposed for signing in
 */
record Identity(String subject, String name, String displayName, List<Role> roles) {}
