package io.protoworks.protocol;

import com.google.re2j.Pattern;
import io.protoworks.platform.Texts;
import io.protoworks.protocol.ItemJudge.Judgement;
import io.protoworks.protocol.ItemValue.TextMultiValue;
import io.protoworks.protocol.ItemValue.TextSingleValue;
import io.protoworks.protocol.ItemValueInput.TextMultiValueInput;
import io.protoworks.protocol.ItemValueInput.TextSingleValueInput;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;

/** Judges texts: one line by its config, or several. */
final class TextJudge {
  private final ItemFindings findings;

  TextJudge(ItemFindings findings) {
    this.findings = findings;
  }

  Judgement line(TextSingleConfig config, TextSingleValueInput input) {
    String text = input.text();
    int length = Texts.length(text);
    findings.require(
        Texts.isCleanLine(text), "text", "Write one line, without blanks at its ends.");
    findings.requireShown("text", text);
    findings.require(
        config.minLength() == null || length >= config.minLength(),
        "text",
        "At least %d characters.".formatted(config.minLength()));
    findings.requireLength(text, config.maxLength());
    findings.require(
        config.pattern() == null || Pattern.matches(config.pattern(), text),
        "text",
        "The text must match %s.".formatted(config.pattern()));
    findings.require(
        config.options() == null || config.options().contains(text),
        "text",
        "Choose one of %s.".formatted(config.options()));
    return Judgement.of(
        new TextSingleValue(ItemValue.VERSION, false, findings.note(input.note()), text),
        ItemOutcome.INFO);
  }

  Judgement lines(TextMultiConfig config, TextMultiValueInput input) {
    String text = ItemFindings.withPlainLineEnds(input.text());
    findings.requireText("text", text);
    findings.requireLength(text, config.maxLength());
    return Judgement.of(
        new TextMultiValue(ItemValue.VERSION, false, findings.note(input.note()), text),
        ItemOutcome.INFO);
  }
}
