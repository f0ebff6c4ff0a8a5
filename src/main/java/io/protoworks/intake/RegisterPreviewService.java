package io.protoworks.intake;

import io.protoworks.attachment.Upload;
import io.protoworks.attachment.UploadPurpose;
import io.protoworks.attachment.UploadService;
import io.protoworks.intake.ImportInputs.PreviewImportInput;
import io.protoworks.intake.RegisterPreview.FieldValue;
import io.protoworks.intake.RegisterPreview.PreviewProblem;
import io.protoworks.intake.RegisterPreview.PreviewRow;
import io.protoworks.intake.RegisterPreview.ProposedField;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterField;
import io.protoworks.register.RegisterJudge;
import io.protoworks.register.RegisterLayout;
import io.protoworks.register.RegisterMapping;
import io.protoworks.register.RegisterMappingProposal;
import io.protoworks.register.RegisterMappingProposer;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterReader;
import io.protoworks.register.RegisterRecord;
import io.protoworks.register.RegisterRefusedException;
import io.protoworks.register.RegisterRow;
import io.protoworks.register.RegisterRowOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Shows what an import would make of a file, from its first rows. */
@Service
class RegisterPreviewService {
  /** Rows from which a mapping is proposed. */
  private static final int SAMPLE_ROWS = 200;

  private static final int SHOWN_ROWS = 20;

  private final UploadService uploads;
  private final StoredRegisters registers;

  RegisterPreviewService(UploadService uploads, StoredRegisters registers) {
    this.uploads = uploads;
    this.registers = registers;
  }

  RegisterPreview preview(Viewer viewer, PreviewImportInput input) {
    Upload upload = uploads.requireStored(viewer, input.uploadId().uuid(), UploadPurpose.IMPORT);
    ImportOptions asked = input.options() == null ? ImportOptions.DETECT : input.options();
    try {
      RegisterOptions options = asked.toRegisterOptions();
      return registers.look(upload.storageKey(), options, file -> preview(file, options, input));
    } catch (RegisterRefusedException refused) {
      throw IntakeErrors.of(refused);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static RegisterPreview preview(
      StoredRegister file, RegisterOptions options, PreviewImportInput input) throws IOException {
    RegisterLayout layout = file.layout();
    List<RegisterRow> sample = sample(file.reader());
    List<ProposedField> fields =
        input.mapping() == null
            ? proposed(RegisterMappingProposer.propose(layout.headers(), sample, options))
            : given(input.mapping());
    RegisterMapping mapping = mappingOf(fields);
    List<RegisterField> missing = missing(mapping);
    return new RegisterPreview(
        layout.format(),
        layout.charset() == null ? null : layout.charset().name(),
        layout.delimiter() == null ? null : layout.delimiter().toString(),
        layout.sheetNames(),
        layout.sheetName(),
        Math.toIntExact(layout.headerRow()),
        layout.headers(),
        fields,
        missing,
        missing.isEmpty() ? rows(mapping, layout, options, sample) : List.of());
  }

  private static List<RegisterRow> sample(RegisterReader reader) throws IOException {
    List<RegisterRow> sample = new ArrayList<>();
    for (RegisterRow row = reader.next(); row != null; row = reader.next()) {
      sample.add(row);
      if (sample.size() == SAMPLE_ROWS) {
        break;
      }
    }
    return sample;
  }

  private static List<ProposedField> proposed(RegisterMappingProposal proposal) {
    return FieldMapping.of(proposal.mapping()).stream()
        .map(
            mapping ->
                new ProposedField(
                    mapping.field(),
                    mapping.column(),
                    mapping.defaultValue(),
                    proposal
                        .findSuggestion(mapping.field())
                        .map(RegisterMappingProposal.Suggestion::confidence)
                        .orElse(0.0)))
        .toList();
  }

  private static List<ProposedField> given(List<FieldMapping> mapping) {
    return FieldMapping.of(FieldMapping.toMapping(mapping)).stream()
        .map(field -> new ProposedField(field.field(), field.column(), field.defaultValue(), 1.0))
        .toList();
  }

  private static RegisterMapping mappingOf(List<ProposedField> fields) {
    return FieldMapping.toMapping(
        fields.stream()
            .map(field -> new FieldMapping(field.field(), field.column(), field.defaultValue()))
            .toList());
  }

  private static List<RegisterField> missing(RegisterMapping mapping) {
    return Stream.of(RegisterField.values())
        .filter(RegisterField::isRequired)
        .filter(
            field ->
                !mapping.columns().containsKey(field) && !mapping.defaults().containsKey(field))
        .toList();
  }

  private static List<PreviewRow> rows(
      RegisterMapping mapping,
      RegisterLayout layout,
      RegisterOptions options,
      List<RegisterRow> sample) {
    RegisterJudge judge = new RegisterJudge(mapping, layout, options);
    return sample.stream().limit(SHOWN_ROWS).map(row -> row(judge.judge(row))).toList();
  }

  private static PreviewRow row(RegisterRowOutcome outcome) {
    int number = Math.toIntExact(outcome.rowNumber());
    return switch (outcome) {
      case RegisterRowOutcome.Accepted accepted ->
          new PreviewRow(number, values(accepted.record()), List.of());
      case RegisterRowOutcome.Refused refused ->
          new PreviewRow(
              number, List.of(), refused.problems().stream().map(PreviewProblem::of).toList());
    };
  }

  private static List<FieldValue> values(RegisterRecord register) {
    return Stream.of(RegisterField.values())
        .map(field -> new FieldValue(field, register.text(field)))
        .filter(value -> !value.value().isEmpty())
        .toList();
  }
}
