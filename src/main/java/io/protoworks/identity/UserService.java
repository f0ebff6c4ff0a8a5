package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The users: who finds them, and how they are kept. */
@Service
public class UserService {
  private final UserMapper users;

  UserService(UserMapper users) {
    this.users = users;
  }

  /** The users of these ids, for whoever already sees what names them. */
  public List<User> listByIds(Collection<UUID> ids) {
    return users.listByIds(ids.toArray(UUID[]::new));
  }

  List<User> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return users.listVisibleByIds(Directory.of(viewer), ids.toArray(UUID[]::new));
  }
}
