package io.earshot.ingest.facts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as a tree of JSON: attributes and elements become fields by their local names, repeated
 * elements an array, text beside either the field {@link #TEXT}. Without entities, external or own,
 * and of bounded depth and size.
 */
final class XmlTree {
  /** The field of an element's own text where it has attributes or children, too. */
  static final String TEXT = "#text";

  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]{0,80}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final int LONGEST_DECLARATION = 200;
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 1_000_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private XmlTree(String name) {
    this.name = name;
  }

  /** An element that is not at its end. */
  private record Open(String name, ObjectNode fields, StringBuilder text) {}

  /**
   * Reads a document: an object with the one field of its root.
   *
   * @throws EarshotException of kind BAD_INPUT when it is no XML, or has a document type that
   *     declares entities
   */
  static JsonNode read(InputStream in, String name) throws IOException {
    try {
      XMLStreamReader reader =
          factory().createXMLStreamReader(new StringReader(text(in.readAllBytes())));
      return new XmlTree(name).tree(reader);
    } catch (XMLStreamException e) {
      throw noXml(name, e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
    } catch (MissingResourceException e) {
      // The JDK's parser has no words for some faults of document types (InvalidCharInDTD).
      throw noXml(name, 1);
    }
  }

  private static EarshotException noXml(String name, int line) {
    return EarshotException.badInput(
        "%s is no XML that can be read (line %d); export it again".formatted(name, line));
  }

  /**
   * Decoded as its start declares. Not left to the parser, which tells of bytes that do not fit on
   * standard error; here they cost one letter of a name.
   */
  private static String text(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), ISO_8859_1);
    if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
      return new String(bytes, UTF_16);
    }
    Matcher declared = ENCODING.matcher(start);
    String text = new String(bytes, declared.find() ? charset(declared.group(1)) : UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return UTF_8;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private JsonNode tree(XMLStreamReader reader) throws XMLStreamException {
    ObjectNode top = NODES.objectNode();
    open.push(new Open("", top, new StringBuilder()));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin(reader);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.peek().text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
            throw EarshotException.badInput(
                name + " declares or uses entities, which are not read; export it without");
        default -> {}
      }
    }
    return top;
  }

  private void begin(XMLStreamReader reader) {
    if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw EarshotException.badInput(
          "%s is nested deeper than %d elements, or has more than %d"
              .formatted(name, DEEPEST, MOST_ELEMENTS));
    }
    ObjectNode fields = NODES.objectNode();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      fields.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    open.push(new Open(reader.getLocalName(), fields, new StringBuilder()));
  }

  private void end() {
    Open ended = open.pop();
    String text = ended.text.toString().strip();
    JsonNode value;
    if (ended.fields.isEmpty()) {
      value = NODES.textNode(text);
    } else {
      if (!text.isEmpty()) {
        ended.fields.put(TEXT, text);
      }
      value = ended.fields;
    }
    add(open.peek().fields, ended.name, value);
  }

  private static void add(ObjectNode parent, String field, JsonNode value) {
    JsonNode present = parent.get(field);
    if (present == null) {
      parent.set(field, value);
    } else if (present instanceof ArrayNode array) {
      array.add(value);
    } else {
      parent.set(field, NODES.arrayNode().add(present).add(value));
    }
  }
}
