package io.protoworks.template;

import io.protoworks.identity.Discipline;
import io.protoworks.identity.DisciplineService;
import io.protoworks.platform.Json;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Versions on their way out of the system and into it, and beside one another. */
@Service
class TemplateExchangeService {
  private static final String DISCIPLINE = "json.disciplineCode";

  private final ProtocolTemplateService templates;
  private final ProtocolTemplateDraftService drafts;
  private final ProtocolTemplateItemService items;
  private final DisciplineService disciplines;

  TemplateExchangeService(
      ProtocolTemplateService templates,
      ProtocolTemplateDraftService drafts,
      ProtocolTemplateItemService items,
      DisciplineService disciplines) {
    this.templates = templates;
    this.drafts = drafts;
    this.items = items;
    this.disciplines = disciplines;
  }

  /** A version; a viewer is asked for only so that there is one: all see all templates. */
  @Nullable TemplateContent find(Viewer viewer, UUID id) {
    return contents(List.of(id)).stream().findFirst().orElse(null);
  }

  /** The documents of versions, by id. */
  Map<UUID, Json> documents(Collection<UUID> ids) {
    return contents(ids).stream()
        .collect(
            Collectors.toMap(
                content -> content.template().id(), content -> content.document().json()));
  }

  /** What differs between two versions, which need not be of one code; null if one is not there. */
  @Nullable TemplateDifference difference(Viewer viewer, UUID fromId, UUID toId) {
    Map<UUID, TemplateContent> found =
        contents(List.of(fromId, toId)).stream()
            .collect(Collectors.toMap(content -> content.template().id(), Function.identity()));
    TemplateContent from = found.get(fromId);
    TemplateContent to = found.get(toId);
    return from == null || to == null ? null : TemplateDifferences.between(from, to);
  }

  /** Makes a draft of a document: of a new code, or the next version of one that is known. */
  @Transactional
  ProtocolTemplate add(Viewer viewer, Json json) {
    viewer.require(TemplatePermission.TEMPLATES_WRITE);
    TemplateDocument document = TemplateDocumentReader.read("json", json);
    return drafts.add(
        viewer,
        document.code(),
        new TemplateDefinition(
            document.type(),
            document.description(),
            disciplineOf(viewer, document.disciplineCode()),
            document.definitions()),
        new ImportPlaces("json.code", DISCIPLINE));
  }

  private @Nullable UUID disciplineOf(Viewer viewer, @Nullable String code) {
    if (code == null) {
      return null;
    }
    Discipline discipline = disciplines.findByCode(viewer, code);
    if (discipline == null) {
      throw Refused.unknown(DISCIPLINE, "discipline");
    }
    return discipline.id();
  }

  private List<TemplateContent> contents(Collection<UUID> ids) {
    List<ProtocolTemplate> found = templates.listByIds(ids);
    Map<UUID, List<ProtocolTemplateItem>> asked =
        items.listByTemplateIds(ids).stream()
            .collect(Collectors.groupingBy(ProtocolTemplateItem::protocolTemplateId));
    Map<UUID, Discipline> named =
        disciplines
            .listByIds(
                found.stream()
                    .map(ProtocolTemplate::disciplineId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Discipline::id, Function.identity()));
    return found.stream()
        .map(
            template -> {
              Discipline discipline =
                  template.disciplineId() == null ? null : named.get(template.disciplineId());
              return new TemplateContent(
                  template,
                  discipline == null ? null : discipline.code(),
                  asked.getOrDefault(template.id(), List.of()));
            })
        .toList();
  }
}
