package io.earshot.console.upload.form;

/** Is told of the parts of a form, one after the other. */
public interface PartListener {

  /** A part begins. */
  void begin(PartHeader header);

  /** Some of its content: bytes {@code from} to {@code to} of an array that is used again. */
  void content(byte[] bytes, int from, int to);

  /** All of it was there. */
  void end();
}
