package io.protoworks.template;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates: what protocols are made of. Whoever is signed in may read them. */
@Service
public class ProtocolTemplateService {
  static final String TYPE = "ProtocolTemplate";
  private static final String NOUN = "template";

  private final ProtocolTemplateMapper templates;
  private final Changes changes;

  ProtocolTemplateService(ProtocolTemplateMapper templates, Changes changes) {
    this.templates = templates;
    this.changes = changes;
  }

  public List<ProtocolTemplate> listByIds(Collection<UUID> ids) {
    return templates.listByIds(ids.toArray(UUID[]::new));
  }

  /**
   * A version, or the latest published one where none is named. A viewer is asked for only so that
   * there is one: nothing is hidden from whoever signed in.
   */
  @Nullable ProtocolTemplate findByCode(
      Viewer viewer, String code, @Nullable Integer templateVersion) {
    return templates.findByCode(code, templateVersion);
  }

  /** As {@link #findByCode}. */
  Connection<ProtocolTemplate> list(Viewer viewer, ProtocolTemplateQuery query) {
    Page page = query.page();
    return Connection.of(
        templates.listMatching(query.matching(), page),
        page,
        query.place(),
        () -> templates.countMatching(query.matching()));
  }

  /** The versions of the codes of these, each in the order of their versions. */
  List<TemplateVersion> listVersions(Collection<UUID> ids) {
    return templates.listVersions(ids.toArray(UUID[]::new));
  }

  /** The version to be written, as the caller has seen it and kept as it is until the end. */
  ProtocolTemplate lock(Viewer viewer, VersionedId<ProtocolTemplate> input) {
    viewer.require(TemplatePermission.TEMPLATES_WRITE);
    List<ProtocolTemplate> found = templates.lockByIds(new UUID[] {input.id().uuid()});
    return Versioned.expect(
        found.isEmpty() ? null : found.getFirst(), input.expectedVersion(), NOUN);
  }

  static void requireInUse(ProtocolTemplate template) {
    if (!template.isActive()) {
      throw Refused.inTheWay(
          "%s is out of use; restore it first.".formatted(template.name()), List.of(template), 1);
    }
  }

  /**
   * Refuses when a later version of the code is in use.
   *
   * @param advice what to do with that one
   */
  void requireLatest(ProtocolTemplate template, String advice) {
    listVersions(List.of(template.id())).stream()
        .map(TemplateVersion::template)
        .filter(other -> other.isActive() && other.templateVersion() > template.templateVersion())
        .reduce((earlier, later) -> later)
        .ifPresent(
            latest -> {
              throw Refused.inTheWay(
                  "%s is later; %s.".formatted(latest.name(), advice), List.of(latest), 1);
            });
  }

  /**
   * Freezes these versions, since a protocol is released from each; frozen ones stay as they are.
   */
  @Transactional
  public void freeze(Viewer viewer, Collection<UUID> ids) {
    // What is frozen stays so: only the first release of each waits for the lock.
    UUID[] unfrozen = unfrozen(listByIds(ids));
    if (unfrozen.length == 0) {
      return;
    }
    Map<UUID, ProtocolTemplate> before =
        templates.lockByIds(unfrozen).stream()
            .collect(Collectors.toMap(ProtocolTemplate::id, Function.identity()));
    for (ProtocolTemplate after : templates.freeze(viewer.userId(), unfrozen(before.values()))) {
      changes.record(
          viewer,
          Change.of(
              Change.Action.UPDATE,
              TYPE,
              "frozen",
              after.id(),
              null,
              before.get(after.id()),
              after));
    }
  }

  private static UUID[] unfrozen(Collection<ProtocolTemplate> templates) {
    return templates.stream()
        .filter(template -> template.frozenAt() == null)
        .map(ProtocolTemplate::id)
        .toArray(UUID[]::new);
  }
}
