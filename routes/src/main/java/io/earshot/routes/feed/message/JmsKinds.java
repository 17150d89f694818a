package io.earshot.routes.feed.message;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Turns whatever arrives into bytes unless it is text of a size that may be held in memory, before
 * the client looks at it: no objects are made of a message, and none fills the memory. As bytes it
 * is refused by the intake, and kept.
 */
final class JmsKinds implements Interceptor {
  /** Texts have two bytes a character here; as many characters as a conversation may have. */
  static final long MOST_TEXT_BYTES = 32L << 20;

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (packet instanceof SessionReceiveLargeMessage large) {
      plain(large, large.getLargeMessageSize());
    } else if (packet instanceof SessionReceiveMessage small) {
      plain(small, 0);
    }
    return true;
  }

  private static void plain(MessagePacketI packet, long bytes) {
    if (packet.getMessage().toCore().getType() != Message.TEXT_TYPE || bytes > MOST_TEXT_BYTES) {
      packet.getMessage().toCore().setType(Message.BYTES_TYPE);
    }
  }
}
