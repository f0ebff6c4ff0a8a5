package io.protoworks.identity;

import io.protoworks.identity.CompanyInputs.CreateCompanyInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passwords that users get in with; only hashes come and go here. */
@Service
class CredentialService {
  private static final int MAXIMUM_EMAIL_LENGTH = 255;

  private final CredentialMapper credentials;
  private final CompanyMapper companies;
  private final SessionService sessions;
  private final Changes changes;

  CredentialService(
      CredentialMapper credentials,
      CompanyMapper companies,
      SessionService sessions,
      Changes changes) {
    this.credentials = credentials;
    this.companies = companies;
    this.sessions = sessions;
    this.changes = changes;
  }

  /** What somebody of this e-mail address, in lower case, gets in with; null for nobody's. */
  @Nullable Credential findByEmail(String email) {
    boolean possible = email.length() <= MAXIMUM_EMAIL_LENGTH && email.indexOf('\0') < 0;
    return possible ? credentials.findByEmail(email) : null;
  }

  @Nullable Credential findByUserId(UUID userId) {
    return credentials.findByUserId(userId);
  }

  /** Replaces the viewer's password and ends their other sessions; false when it is another now. */
  @Transactional
  boolean replacePassword(Viewer viewer, String passwordHash, String newPasswordHash) {
    if (credentials.updatePassword(viewer.userId(), passwordHash, newPasswordHash) == 0) {
      return false;
    }
    sessions.endOthers(viewer);
    changes.record(
        viewer,
        Change.of(
            Change.Action.UPDATE, "User", "password_changed", viewer.userId(), null, null, null));
    return true;
  }

  /** Whether there is any user that a person is behind. */
  boolean existsPerson() {
    return credentials.existsPerson();
  }

  /** Makes the first user, with a company to work for; null when somebody was faster. */
  @Transactional
  @Nullable UUID createFirstAdministrator(
      String email, String passwordHash, String company, CompanyType companyType) {
    credentials.lockInstallation();
    if (credentials.existsPerson()) {
      return null;
    }
    Viewer system = Viewer.system(Set.of());
    Company created =
        companies.insert(new CreateCompanyInput(company, companyType, null, null, null, null));
    changes.record(system, Change.created("Company", created.id(), null, created));
    UUID userId = credentials.insertAdministrator(email, created.id(), passwordHash);
    changes.record(
        system, Change.of(Change.Action.CREATE, "User", "created", userId, null, null, null));
    return userId;
  }
}
