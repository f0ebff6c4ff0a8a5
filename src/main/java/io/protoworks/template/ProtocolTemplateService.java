package io.protoworks.template;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
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
