/**
 * A private Elasticsearch: started, watched, started again when it dies, ended with Earshot.
 *
 * <p>The idea: it is an ordinary child process that nobody else notices. It listens on loopback
 * only, behind a password that only the Earshot user can read; it lives in one folder of the home;
 * it does not outlive the process that started it, however that one ends, because a small shell
 * between the two ends the server as soon as the pipe from Earshot closes.
 *
 * <p>Elasticsearch refuses to run as root. Started by root it runs as an unprivileged user that
 * owns its folders, and where the folders above do not let that user through, as under {@code
 * /root}, they are kept in the system's folder for temporary files.
 *
 * <p>The password is checked against a file of the server's own file realm, which holds only its
 * hash. That spares the keystore tool (a Java start of its own) and the index that other users of
 * Elasticsearch are kept in.
 */
package io.earshot.index.server;
