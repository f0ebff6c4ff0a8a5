package io.protoworks.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.protoworks.intake.PlantWideRegister.Tag;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The yardstick of the import: the same rows into the same tables as plain JDBC batches, rewritten
 * by the driver, a commit per thousand. It reads no file, asks nobody's rights, looks at nothing
 * that is there, and leaves no trace in the audit.
 */
final class PlainJdbcImport {
  private static final int BATCH_ROWS = 1_000;

  private record Place(UUID parentId, String code) {}

  private final Connection connection;
  private final UUID projectId;
  private final UUID userId;
  private final Map<String, UUID> disciplines;
  private final Map<Place, UUID> areas = new LinkedHashMap<>();
  private final Map<Place, UUID> systems = new LinkedHashMap<>();
  private final Map<Place, UUID> subsystems = new LinkedHashMap<>();

  private PlainJdbcImport(
      Connection connection, UUID projectId, UUID userId, Map<String, UUID> disciplines) {
    this.connection = connection;
    this.projectId = projectId;
    this.userId = userId;
    this.disciplines = disciplines;
  }

  static void run(String url, UUID projectId, UUID userId, List<Tag> tags) throws SQLException {
    String rewriting = url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    try (Connection connection = DriverManager.getConnection(rewriting, "postgres", "")) {
      connection.setAutoCommit(false);
      new PlainJdbcImport(connection, projectId, userId, disciplines(connection)).insert(tags);
    }
  }

  private static Map<String, UUID> disciplines(Connection connection) throws SQLException {
    Map<String, UUID> ids = new HashMap<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select code, id from identity.disciplines")) {
      while (rows.next()) {
        ids.put(rows.getString(1), rows.getObject(2, UUID.class));
      }
    }
    return ids;
  }

  private void insert(List<Tag> tags) throws SQLException {
    UUID[] places = new UUID[tags.size()];
    for (int index = 0; index < places.length; index++) {
      Tag tag = tags.get(index);
      UUID area = idOf(areas, projectId, tag.areaCode());
      UUID system = idOf(systems, area, tag.systemCode());
      places[index] = idOf(subsystems, system, tag.subsystemCode());
    }
    insertAreas();
    insertBranches("plant.systems", "area_id", systems);
    insertBranches("plant.subsystems", "system_id", subsystems);
    insertEquipments(tags, places);
  }

  private static UUID idOf(Map<Place, UUID> ids, UUID parentId, String code) {
    return ids.computeIfAbsent(
        new Place(parentId, code), place -> UuidCreator.getTimeOrderedEpoch());
  }

  private void insertAreas() throws SQLException {
    try (Batch batch =
        new Batch(
            "insert into plant.areas (id, project_id, code, name, created_by, updated_by)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (Map.Entry<Place, UUID> area : areas.entrySet()) {
        String code = area.getKey().code();
        batch.add(area.getValue(), projectId, code, code, userId, userId);
      }
    }
  }

  private void insertBranches(String table, String parent, Map<Place, UUID> branches)
      throws SQLException {
    try (Batch batch =
        new Batch(
            "insert into %s (id, %s, project_id, code, name, created_by, updated_by) values (?, ?, ?, ?, ?, ?, ?)"
                .formatted(table, parent))) {
      for (Map.Entry<Place, UUID> branch : branches.entrySet()) {
        Place place = branch.getKey();
        batch.add(
            branch.getValue(),
            place.parentId(),
            projectId,
            place.code(),
            place.code(),
            userId,
            userId);
      }
    }
  }

  private void insertEquipments(List<Tag> tags, UUID[] places) throws SQLException {
    try (Batch batch =
        new Batch(
            "insert into plant.equipments (tag_id, application, subsystem_id, project_id,"
                + " discipline_id, is_active, created_by, updated_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int index = 0; index < places.length; index++) {
        Tag tag = tags.get(index);
        batch.add(
            tag.tagId(),
            tag.application(),
            places[index],
            projectId,
            Objects.requireNonNull(disciplines.get(tag.disciplineCode())),
            true,
            userId,
            userId);
      }
    }
  }

  /** Rows of one statement, sent and committed a thousand at a time. */
  private final class Batch implements AutoCloseable {
    private final PreparedStatement statement;
    private int rows;

    Batch(String insert) throws SQLException {
      statement = connection.prepareStatement(insert);
    }

    void add(Object... values) throws SQLException {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      statement.addBatch();
      if (++rows % BATCH_ROWS == 0) {
        send();
      }
    }

    private void send() throws SQLException {
      statement.executeBatch();
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      send();
      statement.close();
    }
  }
}
