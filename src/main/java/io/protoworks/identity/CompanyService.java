package io.protoworks.identity;

import io.protoworks.identity.CompanyInputs.ChangeCompanyInput;
import io.protoworks.identity.CompanyInputs.CreateCompanyInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The companies: who finds them, and how they are kept. */
@Service
public class CompanyService {
  private static final String TYPE = "Company";
  private static final String NOUN = "company";

  private final CompanyMapper companies;
  private final UserMapper users;
  private final Changes changes;

  CompanyService(CompanyMapper companies, UserMapper users, Changes changes) {
    this.companies = companies;
    this.users = users;
    this.changes = changes;
  }

  /** The companies of these ids, for whoever already sees what names them. */
  public List<Company> listByIds(Collection<UUID> ids) {
    return companies.listByIds(ids.toArray(UUID[]::new));
  }

  List<Company> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return companies.listVisibleByIds(Directory.of(viewer), ids.toArray(UUID[]::new));
  }

  Connection<Company> list(Viewer viewer, CompanyQuery query) {
    Directory directory = Directory.of(viewer);
    Page page = query.page();
    return Connection.of(
        companies.listMatching(directory, query.matching(), page),
        page,
        query.place(),
        () -> companies.countMatching(directory, query.matching()));
  }

  @Transactional
  Company create(Viewer viewer, CreateCompanyInput input) {
    viewer.require(IdentityPermission.COMPANIES_WRITE);
    Company created = companies.insert(input);
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    return created;
  }

  @Transactional
  Company change(Viewer viewer, ChangeCompanyInput input) {
    Company before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    Company after = companies.update(input);
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  Company deactivate(Viewer viewer, VersionedId<Company> input) {
    Company before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    refuseWhileUsed(before);
    Company after = companies.updateActive(before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  Company restore(Viewer viewer, VersionedId<Company> input) {
    Company before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    Company after = companies.updateActive(before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), null, before, after));
    return after;
  }

  /**
   * Refuses a reference to a company that the viewer does not find or that is out of use, and keeps
   * it in use until the transaction ends.
   *
   * @param field the field of the input that names it
   */
  public Company requireInUse(Viewer viewer, Id<Company> id, String field) {
    Company found = companies.lockForUse(Directory.of(viewer), id.uuid());
    if (found == null) {
      throw Refused.unknown(field, NOUN);
    }
    if (!found.isActive()) {
      throw Refused.invalid(field, "%s is out of use; restore it first.".formatted(found.name()));
    }
    return found;
  }

  private void refuseWhileUsed(Company company) {
    int count = users.countActiveByCompanyId(company.id());
    if (count > 0) {
      throw Refused.inTheWay(
          "%s still has active users; deactivate them first.".formatted(company.name()),
          users.listActiveByCompanyId(company.id(), Refused.BLOCKERS_SHOWN),
          count);
    }
  }

  private Company lock(Viewer viewer, VersionedId<Company> input) {
    viewer.require(IdentityPermission.COMPANIES_WRITE);
    Company found = companies.lockById(Directory.of(viewer), input.id().uuid());
    return Versioned.expect(found, input.expectedVersion(), NOUN);
  }
}
