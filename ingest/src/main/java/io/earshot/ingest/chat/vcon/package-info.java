/**
 * vCons, the IETF's container of conversations, of versions 0.0.1 to 0.4.0.
 *
 * <p>{@link io.earshot.ingest.chat.vcon.VconShape} opens one, signed or not, and takes it apart:
 * its texts are one conversation, each recording inside of it another. What Earshot wrote itself it
 * reads back as it was. Nothing is fetched from the addresses that a vCon names.
 */
package io.earshot.ingest.chat.vcon;
