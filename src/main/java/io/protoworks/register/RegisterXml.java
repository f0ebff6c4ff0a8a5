package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a workbook element by element. Nothing outside the part is ever looked up, and
 * what a parser keeps for good, the names and the depth of elements, is limited.
 */
final class RegisterXml implements AutoCloseable {

  private static final int MAX_NAMES = 2_000;
  private static final int MAX_DEPTH = 100;

  private final InputStream bytes;
  private final XMLStreamReader parser;
  private final Set<String> names = new HashSet<>();
  private int depth;

  RegisterXml(InputStream bytes) throws IOException {
    this.bytes = bytes;
    BufferedInputStream buffered = new BufferedInputStream(bytes);
    RegisterXmlGuard guard =
        new RegisterXmlGuard(new InputStreamReader(buffered, charsetOf(buffered).newDecoder()));
    try {
      parser = newFactory().createXMLStreamReader(guard);
    } catch (XMLStreamException failure) {
      throw translate(failure);
    }
  }

  private static XMLInputFactory newFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The parts of a workbook are UTF-8 or, with a mark, UTF-16. */
  private static Charset charsetOf(BufferedInputStream buffered) throws IOException {
    buffered.mark(3);
    int first = buffered.read();
    int second = buffered.read();
    if (first == 0xFF && second == 0xFE) {
      return UTF_16LE;
    }
    if (first == 0xFE && second == 0xFF) {
      return UTF_16BE;
    }
    boolean marked = first == 0xEF && second == 0xBB && buffered.read() == 0xBF;
    if (!marked) {
      buffered.reset();
    }
    return UTF_8;
  }

  /** Goes to the next start of an element; false after the last. */
  boolean toNextElement() throws IOException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
      event = next();
    }
    return true;
  }

  /** Goes to the next piece of the part, see {@link XMLStreamConstants}. */
  int next() throws IOException {
    try {
      if (parser.getEventType() == XMLStreamConstants.END_DOCUMENT) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = parser.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> enterElement();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> remember(parser.getPITarget());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw RegisterZip.damaged();
        default -> {}
      }
      return event;
    } catch (XMLStreamException failure) {
      throw translate(failure);
    }
  }

  /** The name of the element, without its prefix. */
  String name() {
    return parser.getLocalName();
  }

  /** The value of an attribute, whatever its prefix. */
  @Nullable String attribute(String name) {
    return parser.getAttributeValue(null, name);
  }

  static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** The characters of the piece, which may be only a part of an element's text. */
  String text() {
    return parser.getText();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private void enterElement() {
    depth++;
    remember(parser.getLocalName());
    for (int index = 0; index < parser.getAttributeCount(); index++) {
      remember(parser.getAttributeLocalName(index));
    }
    for (int index = 0; index < parser.getNamespaceCount(); index++) {
      remember(parser.getNamespaceURI(index));
      remember(parser.getNamespacePrefix(index));
    }
    if (depth > MAX_DEPTH) {
      throw RegisterZip.damaged();
    }
  }

  private void remember(@Nullable String name) {
    if (name != null && names.add(name) && names.size() > MAX_NAMES) {
      throw RegisterZip.damaged();
    }
  }

  private static IOException translate(XMLStreamException failure) {
    Throwable cause = failure.getNestedException();
    if (cause instanceof IOException ioFailure && !(cause instanceof CharacterCodingException)) {
      return ioFailure;
    }
    throw RegisterZip.damaged();
  }
}
