package io.protoworks.template;

import io.protoworks.attachment.Upload;
import io.protoworks.identity.Discipline;
import io.protoworks.platform.Id;
import io.protoworks.platform.Problem;
import io.protoworks.register.RegisterFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of check sheets take. */
final class TemplateSheetInputs {
  private TemplateSheetInputs() {}

  record ImportProtocolTemplateSheetInput(
      Id<Upload> uploadId,
      @Nullable String sheetName,
      String code,
      ProtocolType type,
      @Nullable String description,
      @Nullable Id<Discipline> disciplineId,
      boolean dryRun) {

    /** What is wrong with all that the sheet itself does not say. */
    List<Problem> problems() {
      List<Problem> problems = new ArrayList<>();
      if (!ItemDefinition.isCode(code)) {
        problems.add(new Problem("code", ItemDefinition.CODE));
      }
      if (!TemplateDefinition.isDescription(description)) {
        problems.add(new Problem("description", TemplateDefinition.DESCRIPTION));
      }
      if (type == ProtocolType.C1 && disciplineId == null) {
        problems.add(new Problem("disciplineId", TemplateDefinition.DISCIPLINE_NEEDED));
      }
      return problems;
    }

    TemplateDefinition definition(List<ItemDefinition> items) {
      return new TemplateDefinition(
          type, description, disciplineId == null ? null : disciplineId.uuid(), items);
    }
  }

  record ExportProtocolTemplateSheetInput(Id<ProtocolTemplate> id, RegisterFormat format) {}
}
