/**
 * What people see. {@link io.earshot.console.Console} opens it and mounts it on a server; each
 * section lies in a package of its own, answers some operations of the contract, and asks for what
 * it can't know itself through small interfaces of its own.
 */
package io.earshot.console;
