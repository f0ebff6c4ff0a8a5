package io.protoworks.template;

/** The permissions that this module asks for, as roles hold them. */
public final class TemplatePermission {
  public static final String TEMPLATES_WRITE = "templates.write";

  private TemplatePermission() {}
}
