package io.protoworks.notification;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Project;
import io.protoworks.plant.ProjectService;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolService;
import org.springframework.stereotype.Component;

/** Where notifications lead to: whoever is shown one sees what it is about. */
@Component
class NotificationEdges implements GraphModule {
  private static final String TYPE = "Notification";
  private static final String PREFERENCES = "NotificationPreferences";

  private final NotificationService notifications;
  private final NotificationPreferencesService preferences;
  private final ProjectService projects;
  private final SubsystemService subsystems;
  private final ProtocolService protocols;
  private final UserService users;

  NotificationEdges(
      NotificationService notifications,
      NotificationPreferencesService preferences,
      ProjectService projects,
      SubsystemService subsystems,
      ProtocolService protocols,
      UserService users) {
    this.notifications = notifications;
    this.preferences = preferences;
    this.projects = projects;
    this.subsystems = subsystems;
    this.protocols = protocols;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Notification.class, TYPE, Notification::id, notifications::listVisibleByIds);
    graph.one(TYPE, "project", Notification::projectId, Project.class);
    graph.one(
        TYPE,
        "subsystem",
        Notification::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    graph.one(
        TYPE,
        "protocol",
        Notification::protocolId,
        (viewer, ids) -> protocols.listByIds(ids),
        Protocol::id);
    graph.one(
        TYPE, "actor", Notification::actorId, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.reference(TYPE, "entity", Notification::entity);
    graph.node(
        NotificationPreferences.class,
        PREFERENCES,
        NotificationPreferences::userId,
        preferences::listVisibleByUserIds);
    graph.many(
        PREFERENCES,
        "mutedProjects",
        NotificationPreferences::mutedProjectIds,
        projects::listVisibleByIds,
        Project::id);
  }
}
