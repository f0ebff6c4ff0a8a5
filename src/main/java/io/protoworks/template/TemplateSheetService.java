package io.protoworks.template;

import io.protoworks.attachment.FileStore;
import io.protoworks.attachment.Upload;
import io.protoworks.attachment.UploadPurpose;
import io.protoworks.attachment.UploadService;
import io.protoworks.platform.Failure;
import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Problem;
import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterDateOrder;
import io.protoworks.register.RegisterFormat;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterReader;
import io.protoworks.register.RegisterRefusal;
import io.protoworks.register.RegisterRefusedException;
import io.protoworks.template.TemplateSheetInputs.ImportProtocolTemplateSheetInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Check sheets, which engineers keep in spreadsheet programs: into drafts, and out of versions. */
@Service
class TemplateSheetService {
  /** No sheet of so few rows is larger; a file that is would only cost its reader time. */
  private static final long LARGEST_SHEET = 20L << 20;

  /** All errors that are told at once. */
  private static final int MOST_ERRORS = 100;

  private static final ImportPlaces PLACES = new ImportPlaces("code", "disciplineId");

  private final TemplateExchangeService exchange;
  private final ProtocolTemplateDraftService drafts;
  private final UploadService uploads;
  private final FileStore store;

  TemplateSheetService(
      TemplateExchangeService exchange,
      ProtocolTemplateDraftService drafts,
      UploadService uploads,
      FileStore store) {
    this.exchange = exchange;
    this.drafts = drafts;
    this.uploads = uploads;
    this.store = store;
  }

  /**
   * What an import came to.
   *
   * @param protocolTemplate null where it was only tried
   */
  record ImportedSheet(@Nullable ProtocolTemplate protocolTemplate, int itemCount) {}

  /** Makes a draft of a sheet, or only tells whether that could be done. */
  ImportedSheet add(Viewer viewer, ImportProtocolTemplateSheetInput input) {
    viewer.require(TemplatePermission.TEMPLATES_WRITE);
    Upload upload = uploads.requireStored(viewer, input.uploadId().uuid(), UploadPurpose.IMPORT);
    if (upload.fileSize() > LARGEST_SHEET) {
      throw Refused.invalid(
          "uploadId",
          "A check sheet has at most %d MiB; send the sheet alone.".formatted(LARGEST_SHEET >> 20));
    }
    TemplateSheetReader.Sheet sheet = read(upload, input.sheetName());
    List<UserError> errors = new ArrayList<>();
    input.problems().stream().map(Problem::error).forEach(errors::add);
    errors.addAll(sheet.problems());
    if (!errors.isEmpty()) {
      throw new Refused(first(errors));
    }
    TemplateDefinition definition = input.definition(sheet.items());
    if (input.dryRun()) {
      drafts.requireAddable(input.code(), definition, PLACES);
      return new ImportedSheet(null, sheet.items().size());
    }
    return new ImportedSheet(
        drafts.add(viewer, input.code(), definition, PLACES), sheet.items().size());
  }

  private static List<UserError> first(List<UserError> errors) {
    if (errors.size() <= MOST_ERRORS) {
      return errors;
    }
    List<UserError> first = new ArrayList<>(errors.subList(0, MOST_ERRORS - 1));
    first.add(
        new UserError.InvalidInput(
            "There are %d more; mend these first.".formatted(errors.size() - first.size()),
            PlatformErrorCode.INVALID_INPUT,
            List.of("input", "uploadId")));
    return first;
  }

  private TemplateSheetReader.Sheet read(Upload upload, @Nullable String sheetName) {
    RegisterOptions options =
        new RegisterOptions(
            null,
            null,
            sheetName,
            null,
            RegisterDateOrder.DAY_FIRST,
            RegisterOptions.DEFAULT_BLANK_MARKERS);
    try (FileStore.LocalFile file = store.open(upload.storageKey());
        RegisterReader rows = RegisterReader.open(file.path(), options, SheetWords::column)) {
      return TemplateSheetReader.read(rows);
    } catch (RegisterRefusedException refused) {
      throw Refused.invalid(
          refused.refusal() == RegisterRefusal.UNKNOWN_SHEET ? "sheetName" : "uploadId",
          String.valueOf(refused.getMessage()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Refuses what can't be given out as a sheet: what is not there, or fits into no cell. */
  void requireSheet(Viewer viewer, UUID templateId) {
    TemplateContent content = exchange.find(viewer, templateId);
    if (content == null) {
      throw Refused.unknown("id", "template");
    }
    List<String> tooLong = TemplateSheetWriter.tooLong(content.items());
    if (!tooLong.isEmpty()) {
      throw Refused.invalid(
          "id",
          "The options of %s fit into no cell; take the template's document."
              .formatted(String.join(", ", tooLong)));
    }
  }

  /** Whoever is signed in may read templates; a link tells who that is. */
  TemplateContent requireContent(Viewer viewer, UUID templateId) {
    TemplateContent content = exchange.find(viewer, templateId);
    if (content == null || !TemplateSheetWriter.tooLong(content.items()).isEmpty()) {
      throw Failure.notFound("file");
    }
    return content;
  }

  void write(TemplateContent content, RegisterFormat format, OutputStream output)
      throws IOException {
    TemplateSheetWriter.write(content.items(), format, output);
  }
}
